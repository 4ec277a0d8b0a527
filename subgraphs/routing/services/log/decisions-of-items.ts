import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog, type RoutingLogRecord } from '../../models/routing-log.ts'
import { WorkItems } from '../../models/work-item.ts'

const newest = 50

/** What happened to several work items, the newest fifty entries of each, newest last; in one round trip. */
export async function decisionsOfItems(
  ctx: ServiceContext,
  workItemIds: readonly string[],
): Promise<Map<string, RoutingLogRecord[]>> {
  const rows = await WorkItems(ctx.db).aggregate<{ _id: string; entries: RoutingLogRecord[] }>([
    { $match: { _id: { $in: [...workItemIds] } } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: RoutingLog(ctx.db).collection.name,
        localField: '_id',
        foreignField: 'workItemId',
        pipeline: [
          // A reservation's end is told by what it meant for the item: back in line, or closed.
          { $match: { kind: { $ne: 'RELEASED' } } },
          { $sort: { _id: -1 } },
          { $limit: newest },
          { $project: { command: 0, decision: 0 } },
        ],
        as: 'entries',
      },
    },
  ])
  return new Map(rows.map(({ _id, entries }) => [_id, entries.reverse()]))
}
