import type { QueueRecord } from '../../models/queue.ts'
import type { QueueState } from '../core/queue-state.ts'

/** A queue's row as the core knows it. */
export function queueState(queue: QueueRecord): QueueState {
  return { id: queue._id, rings: [{ relaxAfterMs: 0, alternatives: [queue.requiredSkills] }] }
}
