import type { ServiceContext } from '#platform/service/service-context.ts'
import { EarlyNews } from '../../models/early-news.ts'
import { WorkItems } from '../../models/work-item.ts'
import { knowCustomer } from './know-customer.ts'

const batchSize = 200
const shortestWaitMs = 1_000

/**
 * Tells routing whose contacts those are that have asked for work since it was heard. The longer one has not asked the
 * longer it is left alone, half as long again each time: about twenty looks until it is forgotten.
 * @returns whether there may be more
 */
export async function applyEarlyNews(ctx: ServiceContext): Promise<boolean> {
  const at = ctx.now()
  const due = await EarlyNews(ctx.db)
    .find({ lookAt: { $lte: at } })
    .sort({ lookAt: 1 })
    .limit(batchSize)
    .lean()
  if (due.length === 0) return false
  const sessionIds = due.map(({ _id }) => _id)
  const waitMs = { $max: [shortestWaitMs, { $divide: [{ $subtract: [at, '$heardAt'] }, 2] }] }
  // First, so that one that fails below is not in the way of the others.
  await EarlyNews(ctx.db).updateMany(
    { _id: { $in: sessionIds } },
    [{ $set: { lookAt: { $add: [at, { $toLong: waitMs }] } } }],
    { updatePipeline: true },
  )
  const asked = new Set<string>(
    await WorkItems(ctx.db).distinct('sessionId', { sessionId: { $in: sessionIds } }),
  )
  for (const sessionId of asked) {
    await ctx.transaction(async (session) => {
      // Of two processes that look at the same moment, one tells it, and as it stands now.
      const news = await EarlyNews(ctx.db).findByIdAndDelete(sessionId, { session }).lean()
      if (news) await knowCustomer(ctx, { ...news, sessionId }, session)
    })
  }
  return due.length === batchSize
}
