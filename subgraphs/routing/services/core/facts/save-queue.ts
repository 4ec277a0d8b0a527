import type { QueueState } from '../queue-state.ts'
import { type CoreState, queueOf } from '../state/core-state.ts'
import type { QueueEntry } from '../state/queue-entry.ts'
import { attachLine, detachLine } from './attach-line.ts'
import { armQueue } from './file-item.ts'
import { release } from './hold.ts'
import { dropLine } from './line-for.ts'
import { settleRings } from './settle-rings.ts'
import { sweepLine } from './sweep-line.ts'

/**
 * Takes in how a queue stands. Its lines go to what their rings ask now; items go to another ring only when the
 * rings' instants changed.
 */
export function saveQueue(state: CoreState, queueState: QueueState, limit: number): void {
  const queue = queueOf(state, queueState.id)
  const print = JSON.stringify(queueState.rings)
  if (queue.state && print === queue.print) return
  withLinesDetached(state, queue, () => {
    if (!queue.state) state.saved++
    queue.state = queueState
    queue.print = print
  })
  settleRings(state, queue, limit)
}

/** The queue is gone: its items wait until it is back, or until they go elsewhere. */
export function removeQueue(state: CoreState, queueId: string): void {
  const queue = state.queues.get(queueId)
  if (!queue) return
  withLinesDetached(state, queue, () => {
    if (queue.state) state.saved--
    queue.state = undefined
    queue.print = ''
  })
  queue.refiling = false
  armQueue(state, queue)
  for (const line of [...queue.lines.values()]) dropLine(state, line)
  if (queue.lines.size === 0) state.queues.delete(queueId)
}

function withLinesDetached(state: CoreState, queue: QueueEntry, change: () => void): void {
  const lines = [...queue.lines.values()]
  for (const line of lines) {
    for (const entry of [...line.held.items]) release(state, entry)
    detachLine(state, line)
  }
  change()
  for (const line of lines) {
    attachLine(state, line)
    sweepLine(state, line)
  }
}
