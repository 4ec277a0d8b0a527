import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SessionTurns } from '../../../models/session-turn.ts'
import type { WorkItemRecord } from '../../../models/work-item.ts'
import { stopClocks } from '../stop-clocks.ts'
import { pauseClocks } from './pause-clocks.ts'

/**
 * A person gave the first answer. Where people write it is the customer's turn then, unless we have heard of a message
 * of theirs behind it; in a call both speak.
 */
export async function answerClocks(
  ctx: ServiceContext,
  { _id, sessionId, mediaType }: Pick<WorkItemRecord, '_id' | 'sessionId' | 'mediaType'>,
  at: Date,
  session: ClientSession,
): Promise<void> {
  await stopClocks(ctx, _id, 'ANSWERED', at, session)
  if (mediaType === 'VOICE') return
  const turn = await SessionTurns(ctx.db).findById(sessionId).session(session).lean()
  if (!turn?.customerAt || turn.customerAt < at) await pauseClocks(ctx, _id, at, session)
}
