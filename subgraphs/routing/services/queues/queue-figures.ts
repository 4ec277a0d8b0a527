import type { Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { createReadTogether } from '#platform/waiting/read-together.ts'
import { WorkItems, waitingStatuses } from '../../models/work-item.ts'

/** How a queue stands at this moment. */
export interface QueueFigures {
  waitingCount: number
  /** Waiting, and warned or past due. */
  atRiskCount: number
  oldestQueuedAt: Date
  nextDueAt: Date
}

interface Asked {
  ctx: ServiceContext
  queueIds: readonly string[]
}

type Figures = ReadonlyMap<string, QueueFigures>

const readings = new WeakMap<Connection, (asked: Asked) => Promise<Figures>>()

/**
 * The figures of the queues in which somebody waits. It costs one index key for each waiting contact, some hundred
 * milliseconds of a store's processor at a hundred thousand of them; so all who ask in this process share the reads,
 * which take a fifth of the time at most. Nobody gets figures of before they asked: at such numbers a board comes up to
 * two and a half seconds after a change, and with a thousand waiting at once.
 */
export async function queueFigures(ctx: ServiceContext, queueIds: readonly string[]): Promise<Figures> {
  let read = readings.get(ctx.db)
  if (!read) readings.set(ctx.db, (read = createReadTogether({ read: readFigures })))
  return read({ ctx, queueIds })
}

/** By one query, which the index answers alone. */
async function readFigures(asked: readonly Asked[]): Promise<Figures> {
  const [one] = asked
  if (!one) return new Map()
  const { ctx } = one
  const queueIds = [...new Set(asked.flatMap((each) => each.queueIds))]
  const rows = await WorkItems(ctx.db).aggregate<QueueFigures & { _id: string }>([
    { $match: { queueId: { $in: queueIds }, status: { $in: [...waitingStatuses] } } },
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
