import type { QueueRecord } from '../../models/queue.ts'
import type { QueueState } from '../core/queue-state.ts'
import { queueRings } from '../queues/queue-rings.ts'

/**
 * A queue's row as the core knows it.
 * @param known all queues in use, for the needs of those that it overflows to
 */
export function queueState(queue: QueueRecord, known: ReadonlyMap<string, QueueRecord>): QueueState {
  return { id: queue._id, rings: queueRings(queue, known) }
}
