import { ringOf } from '../ring-of.ts'
import type { CoreState } from '../state/core-state.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import type { QueueEntry } from '../state/queue-entry.ts'
import { armQueue, fileItem, takeItem } from './file-item.ts'

/**
 * Moves the queue's items to the rings that they have reached. Rings keep their items by how long they wait, so that
 * only those that move are looked at.
 * @param limit moves at most; the rest is due at once
 * @returns how many it moved
 */
export function settleRings(state: CoreState, queue: QueueEntry, limit: number): number {
  let moved = 0
  for (let ring = 0; ring < queue.byWait.length; ring++) {
    for (;;) {
      const entry = misplacedIn(state, queue, ring)
      if (!entry) break
      if (moved === limit) {
        queue.refiling = true
        armQueue(state, queue)
        return moved
      }
      takeItem(state, entry)
      fileItem(state, entry)
      moved++
    }
  }
  queue.refiling = false
  armQueue(state, queue)
  return moved
}

/** What waits longer is in a later ring: when the first and the last of a ring belong there, all do. */
function misplacedIn(state: CoreState, queue: QueueEntry, ring: number): ItemEntry | undefined {
  const rings = queue.state?.rings
  if (!rings) return undefined
  const items = queue.byWait[ring]
  for (const entry of [items?.first(), items?.last()]) {
    if (entry && ringOf(rings, state.nowMs - entry.waitsFromMs) !== ring) return entry
  }
  return undefined
}
