import type { MediaType } from '#schema/events/vocabulary.ts'
import type { WaitingItem } from '../waiting-item.ts'
import type { Demand } from './demand.ts'
import { compareIds, compareInLine, type ItemEntry } from './item-entry.ts'
import { OrderedSet } from './ordered-set.ts'
import type { QueueEntry } from './queue-entry.ts'

/** Items of one queue, media type and ring with the same special needs, in order: an agent can serve all or none. */
export interface Line {
  key: string
  queue: QueueEntry
  mediaType: MediaType
  ring: number
  /** How its first item came to be apart: its hard needs, or its only agent. */
  special: Pick<WaitingItem, 'requires' | 'onlyAgentId'>
  /** By how much its items go ahead of their own `orderAtMs`. */
  advanceMs: number
  /** What it asks of an agent; undefined while its queue, or its queue's ring, is not there. */
  demand: Demand | undefined
  /** Items that no agent is held for. */
  open: Row
  /** Items that an agent is held for. */
  held: Row
}

/** The open or the held items of a line, and which goes first. */
export interface Row {
  line: Line
  items: OrderedSet<ItemEntry>
  head: ItemEntry | undefined
  /** The order of the head when the demand filed this row. */
  headMs: number
}

/** A line without items. */
export function createLine(line: Omit<Line, 'open' | 'held' | 'demand' | 'advanceMs'>): Line {
  const created = { ...line, advanceMs: 0, demand: undefined } as Omit<Line, 'open' | 'held'> as Line
  created.open = createRow(created)
  created.held = createRow(created)
  return created
}

function createRow(line: Line): Row {
  return { line, items: new OrderedSet(compareInLine), head: undefined, headMs: 0 }
}

/** Which of two rows that have items goes first. */
export function compareRows(a: Row, b: Row): number {
  return a.headMs - b.headMs || (a.head && b.head ? compareIds(a.head, b.head) : 0)
}
