import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { contactReleased } from '#schema/events/contact-released.ts'
import type { ConversationService } from '../../context.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { recordMessage } from './record-messages.ts'
import { nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'

export type Leaving = z.output<typeof contactReleased.payload>

/**
 * An agent no longer has the contact, which goes on: they may not write in it any more. It waits again, or the agent
 * who was beside them goes on; a transfer stands in the line of conversation. Nothing when the contact is over, or
 * when they have taken it anew meanwhile.
 */
export async function leaveSession(
  ctx: ConversationService,
  { sessionId, reservationId, agentId, transfer, releasedAt: at }: Leaving,
  tx: ClientSession,
): Promise<void> {
  const session = await Sessions(ctx.db).findById(sessionId, null, { session: tx }).lean<Session>()
  if (session?.status !== 'OPEN') return
  const hold = session.held?.find((one) => one.agentId === agentId)
  if (hold && hold.reservationId !== reservationId) return
  const agentIds = session.agentIds.filter((id) => id !== agentId)
  const next = agentIds.at(-1)
  const spoke = session.segments.some((one) => one.agentId === agentId && !one.endedAt)
  const segments = spoke
    ? nextSegment(session.segments, at, next ? { kind: 'INTERACT', agentId: next } : { kind: 'QUEUE' })
    : session.segments
  await Sessions(ctx.db).updateOne(
    { _id: sessionId },
    { $set: { agentIds, segments }, $pull: { held: { agentId } } },
    { session: tx },
  )
  const conversation = await Conversations(ctx.db)
    .findOneAndUpdate(
      { _id: session.conversationId },
      { $set: { 'participants.$[gone].leftAt': at, lastActivityAt: ctx.now() }, $inc: { version: 1 } },
      { arrayFilters: [{ 'gone.id': agentId, 'gone.leftAt': null }], session: tx },
    )
    .lean<Pick<Conversation, 'participants'>>()
  if (transfer) {
    const toName = transfer.toAgentName ?? transfer.toQueueName ?? null
    const name = conversation?.participants.find(({ id }) => id === agentId)?.displayName ?? null
    await recordMessage(
      ctx,
      {
        session,
        opened: false,
        author: { id: agentId, purpose: 'AGENT', displayName: name },
        kind: 'SYSTEM',
        // In English for those who read the line as text; faces word `transfer`.
        text: toName ? `Handed on to ${toName}` : 'Handed on',
        transfer: {
          kind: transfer.kind,
          fromAgentId: agentId,
          toAgentId: transfer.toAgentId ?? null,
          toName,
        },
        sentAt: at,
      },
      tx,
    )
  }
  ctx.live.changed(conversationTopic(session.conversationId), tx)
}
