import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SessionTurns } from '../../models/session-turn.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'

/** The agent has answered for the first time: the customer owes a word, unless we have heard of it already. */
export async function awaitCustomer(
  ctx: ServiceContext,
  { _id, sessionId }: Pick<WorkItemRecord, '_id' | 'sessionId'>,
  answeredAt: Date,
  session: ClientSession,
): Promise<void> {
  const turns = await SessionTurns(ctx.db).findById(sessionId).session(session).lean()
  if (turns?.customerAt && turns.customerAt > answeredAt) return
  await WorkItems(ctx.db).updateOne(
    { _id, status: 'ASSIGNED', mediaType: { $in: ['CHAT', 'SOCIAL'] } },
    { $max: { silentSince: answeredAt } },
    { session },
  )
}
