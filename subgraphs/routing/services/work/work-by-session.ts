import type { ServiceContext } from '#platform/service/service-context.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'

/** The work items of several sessions. */
export async function workBySession(
  ctx: ServiceContext,
  sessionIds: readonly string[],
): Promise<Map<string, WorkItemRecord>> {
  const items = await WorkItems(ctx.db)
    .find({ sessionId: { $in: sessionIds } })
    .lean()
  return new Map(items.map((item) => [item.sessionId, item]))
}
