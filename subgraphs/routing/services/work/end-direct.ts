import type { ServiceContext } from '#platform/service/service-context.ts'
import { WorkItems } from '../../models/work-item.ts'
import { storeClock } from '../store-clock.ts'
import { putInLine } from './put-in-line.ts'

/**
 * Lets anybody of its queue take a contact that has waited for one person long enough by the store's clock.
 * @returns false when it was taken or changed meanwhile, or may wait on
 */
export async function endDirect(ctx: ServiceContext, workItemId: string): Promise<boolean> {
  const at = await storeClock(ctx)
  return ctx.transaction(async (session) => {
    const over = await WorkItems(ctx.db)
      .exists({ _id: workItemId, status: 'QUEUED', onlyAgentUntil: { $lte: at } })
      .session(session)
    if (!over) return false
    const item = await putInLine(
      ctx,
      { _id: workItemId },
      {
        from: ['QUEUED'],
        unset: ['onlyAgentId', 'onlyAgentUntil'],
        entry: { kind: 'CHANGED', reason: 'DIRECT_ENDED' },
      },
      session,
    )
    return item !== null
  })
}
