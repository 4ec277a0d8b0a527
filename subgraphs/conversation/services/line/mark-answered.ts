import type { ClientSession } from 'mongoose'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import type { ConversationService } from '../../context.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { isTalking, nextSegment } from './segments.ts'
import { conversationTopic } from './topics.ts'

/**
 * A person has answered: the call is connected, or the first words have gone out. Only the first time counts; a call
 * that was handed on is connected again, which is only a stretch of its own.
 */
export async function markAnswered(
  ctx: ConversationService,
  session: Session,
  { agentId, at }: { agentId: string; at: Date },
  tx: ClientSession,
): Promise<Session> {
  if (session.status !== 'OPEN') return session
  if (session.answeredAt) return connectAgain(ctx, session, { agentId, at }, tx)
  const talking = session.segments.some(
    (segment) => segment.kind === 'INTERACT' && segment.agentId === agentId && !segment.endedAt,
  )
  const segments = talking
    ? session.segments
    : nextSegment(session.segments, at, { kind: 'INTERACT', agentId })
  const answered = await Sessions(ctx.db)
    .findOneAndUpdate(
      { _id: session._id, status: 'OPEN', answeredAt: null },
      { $set: { answeredAt: at, segments }, $addToSet: { agentIds: agentId }, $inc: { version: 1 } },
      { returnDocument: 'after', session: tx },
    )
    .lean<Session>()
  if (!answered) return session
  const { _id: sessionId, mediaType, version } = answered
  await ctx.emit(sessionAnswered, { sessionId, mediaType, agentId, answeredAt: at }, tx, version)
  ctx.live.changed(conversationTopic(session.conversationId), tx)
  return answered
}

async function connectAgain(
  ctx: ConversationService,
  session: Session,
  { agentId, at }: { agentId: string; at: Date },
  tx: ClientSession,
): Promise<Session> {
  if (!session.callId || isTalking(session)) return session
  const segments = nextSegment(session.segments, at, { kind: 'INTERACT', agentId })
  await Sessions(ctx.db).updateOne({ _id: session._id }, { $set: { segments } }, { session: tx })
  ctx.live.changed(conversationTopic(session.conversationId), tx)
  return { ...session, segments }
}
