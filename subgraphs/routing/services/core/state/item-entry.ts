import type { WaitingItem } from '../waiting-item.ts'
import type { AgentEntry } from './agent-entry.ts'
import type { Line } from './line.ts'
import type { QueueEntry } from './queue-entry.ts'

/** A work item in the core's memory. */
export interface ItemEntry {
  kind: 'ITEM'
  id: string
  item: WaitingItem
  /** The newest version heard of; that of a reservation may be newer than that of `item`. */
  version: number
  /** ITEM_WAITS said so, and no reservation since. */
  waits: boolean
  /** Rings are counted from here. */
  waitsFromMs: number
  queue: QueueEntry
  /** It stands in line, or sleeps. */
  filed: boolean
  /** Where it stands; absent while it sleeps, or a reservation of it is live. */
  line: Line | undefined
  /** The agent who takes nothing later until this item is served. */
  holder: AgentEntry | undefined
  /** When its callback is due, or who passed it over may get it again; see `setDue`. */
  dueMs: number
  /** Its order when it was put on the agenda; undefined while it is not there. */
  agendaMs: number | undefined
}

/** The effective due instant, by which items of different lines are compared. */
export function orderMsOf(entry: ItemEntry): number {
  return entry.item.orderAtMs - (entry.line?.advanceMs ?? 0)
}

/** Which of two items in line goes first. */
export function compareOrder(a: ItemEntry, b: ItemEntry): number {
  return orderMsOf(a) - orderMsOf(b) || compareIds(a, b)
}

/** Which goes first within one line, which shares its advance. */
export function compareInLine(a: ItemEntry, b: ItemEntry): number {
  return a.item.orderAtMs - b.item.orderAtMs || compareIds(a, b)
}

/** Which waits longer. */
export function compareWaited(a: ItemEntry, b: ItemEntry): number {
  return a.waitsFromMs - b.waitsFromMs || compareIds(a, b)
}

/** Decides between equals, so that the order is always the same. */
export function compareIds(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
