import type { ServiceContext } from '#platform/service/service-context.ts'
import { WorkItems } from '../../models/work-item.ts'
import { storeClock } from '../store-clock.ts'
import { finishWork } from './finish-work.ts'

/**
 * Ends after-contact work that has lasted as long as its queue allows: the agent is free for the next customer. The
 * reason of the contact can still be written down later.
 * @returns false when it has ended before, or may still go on by the store's clock
 */
export async function endWrapUp(ctx: ServiceContext, workItemId: string): Promise<boolean> {
  const at = await storeClock(ctx)
  return ctx.transaction(async (session) => {
    const item = await WorkItems(ctx.db)
      .findOne({ _id: workItemId, status: 'WRAPPING', wrapUpEndsAt: { $lte: at } })
      .session(session)
      .lean()
    if (!item) return false
    await finishWork(ctx, item, 'WRAP_UP_LIMIT', session)
    return true
  })
}
