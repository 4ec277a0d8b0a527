import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, AppliedSlas } from '../../models/applied-sla.ts'

/** The clocks of several work items, the one due first at the head. */
export async function clocksOfItems(
  ctx: ServiceContext,
  workItemIds: readonly string[],
): Promise<Map<string, AppliedSlaRecord[]>> {
  const clocks = await AppliedSlas(ctx.db)
    .find({ workItemId: { $in: workItemIds } })
    .lean()
  clocks.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  return Map.groupBy(clocks, ({ workItemId }) => workItemId)
}
