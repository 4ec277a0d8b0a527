import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { WorkItems } from '../../models/work-item.ts'
import { fallbackQueueId } from '../core/choose-queue.ts'
import { putInLine } from '../work/put-in-line.ts'
import { withClocksFollowing } from '../work/with-clocks-following.ts'

const batchSize = 50

/**
 * Moves what waits in removed queues to where it is to go, also what came in while a queue was being removed.
 * @returns whether there may be more
 */
export async function moveOutOfRemoved(ctx: ServiceContext): Promise<boolean> {
  const removed = await Queues(ctx.db)
    .find({ removedAt: { $exists: true } })
    .lean()
  if (removed.length === 0) return false
  const byId = new Map(removed.map((queue) => [queue._id, queue]))
  const waiting = await WorkItems(ctx.db)
    .find({ queueId: { $in: [...byId.keys()] }, status: 'QUEUED' }, { queueId: 1 })
    .limit(batchSize)
    .lean()
  for (const { _id, queueId } of waiting) {
    const target = successorOf(queueId, byId)
    await ctx.transaction(async (session) => {
      const moved = await putInLine(
        ctx,
        { _id },
        {
          from: ['QUEUED'],
          set: { queueId: target },
          entry: { kind: 'CHANGED', reason: 'QUEUE_REMOVED' },
        },
        session,
      )
      if (moved) await withClocksFollowing(ctx, _id, session)
    })
  }
  return waiting.length === batchSize
}

/** The first queue in use behind a removed one. */
function successorOf(queueId: string, removed: ReadonlyMap<string, QueueRecord>): string {
  const passed = new Set<string>()
  let next = queueId
  for (let queue = removed.get(next); queue; queue = removed.get(next)) {
    if (passed.has(next)) return fallbackQueueId
    passed.add(next)
    next = queue.successorId ?? fallbackQueueId
  }
  return next
}
