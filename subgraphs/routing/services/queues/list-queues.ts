import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'

const maxQueues = 500

/** The queues in use, by name. */
export async function listQueues(ctx: ServiceContext): Promise<QueueRecord[]> {
  return Queues(ctx.db)
    .find({ removedAt: { $exists: false } })
    .sort({ name: 1, _id: 1 })
    .limit(maxQueues)
    .lean()
}
