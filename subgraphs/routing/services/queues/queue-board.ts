import type { ServiceContext } from '#platform/service/service-context.ts'
import type { QueueRecord } from '../../models/queue.ts'
import { listQueues } from './list-queues.ts'

/** All queues at one instant; their figures are read beside it, one query each for all queues. */
export interface Board {
  at: Date
  queues: QueueRecord[]
}

/** The board. Its instant differs with each read, so the topic's heartbeat sends it anew: items come to risk by time alone. */
export async function queueBoard(ctx: ServiceContext): Promise<Board> {
  return { at: ctx.now(), queues: await listQueues(ctx) }
}
