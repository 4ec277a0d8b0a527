import { reofferAfterMs } from '../is-passed-over.ts'
import { ringOf } from '../ring-of.ts'
import { removeItem } from '../state/agenda.ts'
import { type CoreState, noteItem, queueOf } from '../state/core-state.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { byWaitOf, type QueueEntry } from '../state/queue-entry.ts'
import { setDue } from '../state/timers.ts'
import { fileRow } from './file-row.ts'
import { release } from './hold.ts'
import { dropLine, lineFor } from './line-for.ts'
import { sweepOn } from './sweep-line.ts'

/** Puts an item in line, or lets it sleep until its callback is due. */
export function fileItem(state: CoreState, entry: ItemEntry): void {
  const { item } = entry
  if (!entry.filed) state.waiting++
  entry.filed = true
  if (item.notBeforeMs !== undefined && item.notBeforeMs > state.nowMs) {
    setDue(state.timers, entry, item.notBeforeMs)
    return
  }
  const queue = queueOf(state, item.queueId)
  entry.queue = queue
  const ring = ringOf(queue.state?.rings ?? [], state.nowMs - entry.waitsFromMs)
  const line = lineFor(state, entry, ring)
  entry.line = line
  line.open.items.add(entry)
  fileRow(state, line.open)
  const ringItems = byWaitOf(queue, ring)
  ringItems.add(entry)
  if (ringItems.first() === entry) armQueue(state, queue)
  armReoffer(state, entry)
  noteItem(state, entry)
}

/** Takes an item out of its line, or out of its sleep. */
export function takeItem(state: CoreState, entry: ItemEntry): void {
  setDue(state.timers, entry, Number.POSITIVE_INFINITY)
  if (entry.holder) release(state, entry)
  const wasOnAgenda = removeItem(state.agenda, entry)
  if (entry.filed) state.waiting--
  entry.filed = false
  const { queue, line } = entry
  if (!line) return
  line.open.items.delete(entry)
  fileRow(state, line.open)
  const ringItems = byWaitOf(queue, line.ring)
  const wasFirst = ringItems.first() === entry
  ringItems.delete(entry)
  entry.line = undefined
  if (wasOnAgenda) sweepOn(state, line, entry)
  if (wasFirst) armQueue(state, queue)
  dropLine(state, line)
  if (!queue.state && queue.lines.size === 0) state.queues.delete(queue.id)
}

/** Sets the instant at which the queue's next item reaches its next ring. */
export function armQueue(state: CoreState, queue: QueueEntry): void {
  let dueMs = queue.refiling ? state.nowMs : Number.POSITIVE_INFINITY
  const rings = queue.state?.rings ?? []
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    const first = queue.byWait[ring]?.first()
    if (first) dueMs = Math.min(dueMs, first.waitsFromMs + (rings[ring + 1]?.relaxAfterMs ?? 0))
  }
  setDue(state.timers, queue, dueMs)
}

/** Sets the instant at which the next of those who passed the item over may get it again. */
export function armReoffer(state: CoreState, entry: ItemEntry): void {
  let dueMs = Number.POSITIVE_INFINITY
  for (const { atMs } of entry.item.passedOver) {
    if (atMs + reofferAfterMs > state.nowMs) dueMs = Math.min(dueMs, atMs + reofferAfterMs)
  }
  setDue(state.timers, entry, dueMs)
}
