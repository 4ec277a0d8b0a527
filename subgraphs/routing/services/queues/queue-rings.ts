import type { QueueRecord } from '../../models/queue.ts'
import type { Ring } from '../core/queue-state.ts'

/**
 * The rings of a queue: its own needs first, then each step's own needs beside those of all queues that it has
 * overflowed to by then.
 * @param known all queues in use; one that is not there any more is left out
 */
export function queueRings(queue: QueueRecord, known: ReadonlyMap<string, QueueRecord>): Ring[] {
  const rings: Ring[] = [{ relaxAfterMs: 0, alternatives: [queue.requiredSkills] }]
  const overflowing = new Set<string>()
  for (const step of queue.steps) {
    for (const id of step.overflowQueueIds) overflowing.add(id)
    const borrowed = [...overflowing].flatMap((id) => {
      const needs = known.get(id)?.requiredSkills
      return needs ? [needs] : []
    })
    rings.push({
      relaxAfterMs: step.relaxAfterMs,
      alternatives: [step.requiredSkills, ...borrowed],
      ...(step.advanceMs > 0 ? { advanceMs: step.advanceMs } : {}),
    })
  }
  return rings
}
