import type { ClientSession } from 'mongoose'
import type { ConversationService } from '../../context.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { connectWork } from '../outbound/delivery-work.ts'
import { isTalking, nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'

export interface Joining {
  sessionId: string
  reservationId: string
  agentId: string
  agentName: string
  /** They join the agent who keeps the contact, beside whom they may write. */
  consult: boolean
  at: Date
}

/**
 * An agent has taken the contact: waiting ends, talking begins (a phone rings first, and its switchboard is told to
 * connect it). Nothing when the contact is over.
 */
export async function joinAgent(
  ctx: ConversationService,
  { sessionId, reservationId, agentId, agentName, consult, at }: Joining,
  tx: ClientSession,
): Promise<void> {
  const session = await Sessions(ctx.db).findById(sessionId, null, { session: tx }).lean<Session>()
  if (session?.status !== 'OPEN') return
  const kind = session.callId ? 'ALERT' : 'INTERACT'
  // A call can be connected before this news arrives.
  const goesOn = consult || (session.callId !== null && isTalking(session))
  const segments = goesOn ? session.segments : nextSegment(session.segments, at, { kind, agentId })
  const others = session.agentIds.filter((id) => id !== agentId)
  // The latest is the one who keeps it.
  const agentIds = consult ? [agentId, ...others] : [...others, agentId]
  const held = [
    ...(session.held ?? []).filter((hold) => hold.agentId !== agentId),
    { agentId, reservationId },
  ]
  await Sessions(ctx.db).updateOne(
    { _id: sessionId },
    { $set: { segments, agentIds, held } },
    { session: tx },
  )

  const conversation = await Conversations(ctx.db)
    .findById(session.conversationId, { participants: 1 }, { session: tx })
    .lean<Pick<Conversation, 'participants'>>()
  const rest = (conversation?.participants ?? []).filter((one) => one.id !== agentId)
  const before = conversation?.participants.find((one) => one.id === agentId)
  const participant = {
    id: agentId,
    purpose: 'AGENT' as const,
    displayName: agentName,
    joinedAt: before?.joinedAt ?? at,
    leftAt: null,
  }
  const participants = [...rest, participant].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
  await Conversations(ctx.db).updateOne(
    { _id: session.conversationId },
    { $set: { participants, lastActivityAt: ctx.now() }, $inc: { version: 1 } },
    { session: tx },
  )
  if (session.callId && !goesOn) {
    await ctx.enqueue(connectWork, { sessionId, agentId }, { session: tx })
  }
  ctx.live.changed(conversationTopic(session.conversationId), tx)
}
