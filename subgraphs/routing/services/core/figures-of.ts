import type { QueueFigures } from './routing-core.ts'
import type { CoreState } from './state/core-state.ts'

/** Figures of one queue, from the heads of its lines and rings. */
export function figuresOf(state: CoreState, queueId: string): QueueFigures {
  const queue = state.queues.get(queueId)
  let waiting = 0
  let oldestMs = Number.POSITIVE_INFINITY
  let firstOrderAtMs = Number.POSITIVE_INFINITY
  for (const ring of queue?.byWait ?? []) {
    waiting += ring.size
    oldestMs = Math.min(oldestMs, ring.first()?.waitsFromMs ?? oldestMs)
  }
  for (const line of queue?.lines.values() ?? []) {
    for (const head of [line.open.items.first(), line.held.items.first()]) {
      if (head) firstOrderAtMs = Math.min(firstOrderAtMs, head.item.orderAtMs - line.advanceMs)
    }
  }
  return waiting > 0 ? { waiting, oldestMs, firstOrderAtMs } : { waiting }
}
