import type { ServiceContext } from '#platform/service/service-context.ts'
import { SignsOfLife } from '../../models/sign-of-life.ts'
import { storeClock } from '../store-clock.ts'
import { changePresence } from './change-presence.ts'

const batchSize = 50

/**
 * Signs agents off whose desk has shown no sign of life for too long: what rings for them goes to others at once.
 * Agents who never had a desk (programs that speak to the graph) are left alone.
 * @returns whether there may be more
 */
export async function signOffLost(ctx: ServiceContext, silentMs: number): Promise<boolean> {
  const at = await storeClock(ctx)
  const silent = await SignsOfLife(ctx.db)
    .find({ seenAt: { $lt: new Date(at.getTime() - silentMs) } })
    .sort({ seenAt: 1 })
    .limit(batchSize)
    .lean()
  for (const { _id, seenAt } of silent) {
    await ctx.transaction(async (session) => {
      // A sign that came in between keeps its row, and the agent.
      const { deletedCount } = await SignsOfLife(ctx.db).deleteOne({ _id, seenAt }, { session })
      if (deletedCount === 1)
        await changePresence(ctx, _id, { status: 'OFFLINE', reason: 'SIGN_LOST' }, session)
    })
  }
  return silent.length === batchSize
}
