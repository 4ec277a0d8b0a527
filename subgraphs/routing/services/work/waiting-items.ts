import { type Connection, connection, type Page } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Queues } from '../../models/queue.ts'
import { type WorkItemRecord, WorkItems, waitingStatuses } from '../../models/work-item.ts'

const order = { orderAt: 1, _id: 1 } as const

/**
 * The same page of the waiting items of several queues, in one round trip; in each queue the one due first is at the
 * head.
 */
export async function waitingItems(
  ctx: ServiceContext,
  queueIds: readonly string[],
  page: Page,
): Promise<Map<string, Connection<WorkItemRecord>>> {
  const rows = await Queues(ctx.db).aggregate<{ _id: string; waiting: WorkItemRecord[] }>([
    { $match: { _id: { $in: [...queueIds] } } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: WorkItems(ctx.db).collection.name,
        localField: '_id',
        foreignField: 'queueId',
        pipeline: [
          { $match: { status: { $in: [...waitingStatuses] }, ...rowsBehind(page, order) } },
          { $sort: order },
          { $limit: page.limit },
        ],
        as: 'waiting',
      },
    },
  ])
  return new Map(
    rows.map(({ _id, waiting }) => [_id, connection(waiting, page, (item) => [item.orderAt, item._id])]),
  )
}
