import type { ServiceContext } from '#platform/service/service-context.ts'
import { WorkItems, waitingStatuses } from '../../models/work-item.ts'

/** How a queue stands at this moment. */
export interface QueueFigures {
  waitingCount: number
  /** Waiting, and warned or past due. */
  atRiskCount: number
  oldestQueuedAt: Date
  nextDueAt: Date
}

/** The figures of the queues in which somebody waits, all by one query, which the index answers alone. */
export async function queueFigures(
  ctx: ServiceContext,
  queueIds: readonly string[],
): Promise<Map<string, QueueFigures>> {
  const rows = await WorkItems(ctx.db).aggregate<QueueFigures & { _id: string }>([
    { $match: { queueId: { $in: [...queueIds] }, status: { $in: [...waitingStatuses] } } },
    { $project: { _id: 1, queueId: 1, queuedAt: 1, dueAt: 1, warnAt: 1 } },
    {
      $group: {
        _id: '$queueId',
        waitingCount: { $sum: 1 },
        atRiskCount: { $sum: { $cond: [{ $lte: ['$warnAt', ctx.now()] }, 1, 0] } },
        oldestQueuedAt: { $min: '$queuedAt' },
        nextDueAt: { $min: '$dueAt' },
      },
    },
  ])
  return new Map(rows.map(({ _id, ...figures }) => [_id, figures]))
}
