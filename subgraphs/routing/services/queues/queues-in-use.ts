import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'

/** The queues that have not been removed, by id. */
export async function queuesInUse(
  ctx: ServiceContext,
  session?: ClientSession,
): Promise<Map<string, QueueRecord>> {
  const queues = await Queues(ctx.db)
    .find({ removedAt: { $exists: false } })
    .session(session ?? null)
    .lean()
  return new Map(queues.map((queue) => [queue._id, queue]))
}
