import type { QueueState } from '../queue-state.ts'
import { compareWaited, type ItemEntry } from './item-entry.ts'
import type { Line } from './line.ts'
import { OrderedSet } from './ordered-set.ts'

/** A queue in the core's memory. */
export interface QueueEntry {
  kind: 'QUEUE'
  id: string
  /** Absent while the queue is not there: its items wait for it. */
  state: QueueState | undefined
  /** Tells a change from a repetition. */
  print: string
  lines: Map<string, Line>
  /** Its lines without special needs, at ring × `mediaCount` + the index of the media type. */
  ordinary: (Line | undefined)[]
  /** For each ring, its items by how long they wait. */
  byWait: OrderedSet<ItemEntry>[]
  /** Its rings changed, and not every item stands in its own yet. */
  refiling: boolean
  /** When an item reaches its next ring; see `setDue`. */
  dueMs: number
}

/** A queue that nothing is known of. */
export function createQueueEntry(id: string): QueueEntry {
  return {
    kind: 'QUEUE',
    id,
    state: undefined,
    print: '',
    lines: new Map(),
    ordinary: [],
    byWait: [],
    refiling: false,
    dueMs: Number.POSITIVE_INFINITY,
  }
}

/** The items of a ring by how long they wait. */
export function byWaitOf(queue: QueueEntry, ring: number): OrderedSet<ItemEntry> {
  while (queue.byWait.length <= ring) queue.byWait.push(new OrderedSet(compareWaited))
  return queue.byWait[ring] as OrderedSet<ItemEntry>
}
