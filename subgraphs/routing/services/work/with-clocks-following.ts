import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { recomputeClocks } from '../sla/recompute-clocks.ts'

/** Has the clocks of a contact follow its new queue, priority or tier, and gives it as it stands then. */
export async function withClocksFollowing(
  ctx: ServiceContext,
  workItemId: string,
  session: ClientSession,
): Promise<WorkItemRecord> {
  await recomputeClocks(ctx, [workItemId], session)
  const item = await WorkItems(ctx.db).findById(workItemId).session(session).lean()
  if (!item) throw new Error(`work item ${workItemId} changed under its own transaction`)
  return item
}
