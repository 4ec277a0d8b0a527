import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { connectWork } from '../outbound/delivery-work.ts'
import { nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'

/**
 * An agent has taken the contact: waiting ends, talking begins (a phone rings first, and its switchboard is told to
 * connect it). Nothing when the contact is over.
 */
export async function joinAgent(
  ctx: ConversationService,
  { sessionId, agentId, agentName, at }: { sessionId: string; agentId: string; agentName: string; at: Date },
  tx: ClientSession,
): Promise<void> {
  const session = await Sessions(ctx.db).findById(sessionId, null, { session: tx }).lean<Session>()
  if (session?.status !== 'OPEN') return
  const kind = session.callId ? 'ALERT' : 'INTERACT'
  // A call can be connected before this news arrives.
  const segments =
    session.answeredAt && session.callId
      ? session.segments
      : nextSegment(session.segments, at, { kind, agentId })
  const agentIds = [...session.agentIds.filter((id) => id !== agentId), agentId]
  await Sessions(ctx.db).updateOne({ _id: sessionId }, { $set: { segments, agentIds } }, { session: tx })

  const conversation = await Conversations(ctx.db)
    .findById(session.conversationId, { participants: 1 }, { session: tx })
    .lean<Pick<Conversation, 'participants'>>()
  const others = (conversation?.participants ?? []).filter((one) => one.id !== agentId)
  const before = conversation?.participants.find((one) => one.id === agentId)
  const participant = {
    id: agentId,
    purpose: 'AGENT' as const,
    displayName: agentName,
    joinedAt: before?.joinedAt ?? at,
    leftAt: null,
  }
  const participants = [...others, participant].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
  await Conversations(ctx.db).updateOne(
    { _id: session.conversationId },
    { $set: { participants, lastActivityAt: ctx.now() }, $inc: { version: 1 } },
    { session: tx },
  )
  if (session.callId && !session.answeredAt) {
    await ctx.enqueue(connectWork, { sessionId, agentId }, { session: tx })
  }
  ctx.live.changed(conversationTopic(session.conversationId), tx)
}
