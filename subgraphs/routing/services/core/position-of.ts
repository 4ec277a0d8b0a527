import type { CoreState } from './state/core-state.ts'
import { compareIds, orderMsOf } from './state/item-entry.ts'

/** Which place a waiting item has in its queue, from 1; undefined when it is not in line. */
export function positionOf(state: CoreState, workItemId: string): number | undefined {
  const entry = state.items.get(workItemId)
  if (!entry?.line) return undefined
  const orderMs = orderMsOf(entry)
  let before = 0
  for (const line of entry.queue.lines.values()) {
    for (const { items } of [line.open, line.held]) {
      before += items.countUntil(
        (other) => (other.item.orderAtMs - line.advanceMs - orderMs || compareIds(other, entry)) >= 0,
      )
    }
  }
  return before + 1
}
