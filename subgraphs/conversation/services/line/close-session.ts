import type { ClientSession } from 'mongoose'
import { sessionEnded } from '#schema/events/session-ended.ts'
import type { ConversationService } from '../../context.ts'
import { Conversations } from '../../models/conversation.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'

export interface Closing {
  endedBy: 'CUSTOMER' | 'AGENT' | 'CHANNEL' | 'SYSTEM'
  at: Date
}

/**
 * Ends a session: what went on in it ends, its agent goes on to wrap-up, and the conversation closes when nothing
 * else is open. One that has ended stays as it is.
 */
export async function closeSession(
  ctx: ConversationService,
  session: Session,
  { endedBy, at }: Closing,
  tx: ClientSession,
): Promise<Session> {
  if (session.status !== 'OPEN') return session
  const agentId = session.agentIds.at(-1)
  const segments = nextSegment(session.segments, at, agentId ? { kind: 'WRAPUP', agentId } : undefined)
  const ended = await Sessions(ctx.db)
    .findOneAndUpdate(
      { _id: session._id, status: 'OPEN' },
      { $set: { status: 'ENDED', endedAt: at, segments }, $inc: { version: 1 } },
      { returnDocument: 'after', session: tx },
    )
    .lean<Session>()
  if (!ended) return session
  const now = ctx.now()
  await Conversations(ctx.db).updateOne(
    { _id: session.conversationId },
    [
      { $set: { openSessions: { $max: [0, { $subtract: ['$openSessions', 1] }] } } },
      {
        $set: {
          status: { $cond: [{ $gt: ['$openSessions', 0] }, 'OPEN', 'CLOSED'] },
          version: { $add: ['$version', 1] },
          lastActivityAt: now,
          participants: agentsLeave(session.agentIds, now),
        },
      },
    ],
    { session: tx, updatePipeline: true },
  )
  await ctx.emit(
    sessionEnded,
    {
      sessionId: session._id,
      conversationId: session.conversationId,
      mediaType: session.mediaType,
      endedBy,
      answered: ended.answeredAt !== null,
      endedAt: at,
    },
    tx,
    ended.version,
  )
  ctx.live.changed(conversationTopic(session.conversationId), tx)
  return ended
}

/** The expression for the participants with these agents gone. */
function agentsLeave(agentIds: readonly string[], now: Date) {
  const leaves = {
    $and: [
      { $in: ['$$one.id', { $literal: agentIds }] },
      { $eq: ['$$one.purpose', 'AGENT'] },
      { $eq: ['$$one.leftAt', null] },
    ],
  }
  return {
    $map: {
      input: '$participants',
      as: 'one',
      in: { $cond: [leaves, { $mergeObjects: ['$$one', { leftAt: now }] }, '$$one'] },
    },
  }
}
