import type { AgentEntry } from './agent-entry.ts'
import { compareIds, type ItemEntry, orderMsOf } from './item-entry.ts'
import type { Line } from './line.ts'
import { OrderedSet } from './ordered-set.ts'

/** What has to be looked at before no eligible pair is left. */
export interface Agenda {
  /** Items that came, or that somebody else may serve by now, in their order. */
  items: OrderedSet<ItemEntry>
  /** Agents who got room, or who may serve something else by now. */
  agents: Set<AgentEntry>
  /** Lines whose items are all to be looked at, one after the other, until nobody has room. */
  sweeping: Set<Line>
  /** Facts were taken in without deciding: everything is to be looked at. */
  everything: boolean
}

/** Nothing to look at. */
export function createAgenda(): Agenda {
  return {
    items: new OrderedSet((a, b) => (a.agendaMs ?? 0) - (b.agendaMs ?? 0) || compareIds(a, b)),
    agents: new Set(),
    sweeping: new Set(),
    everything: false,
  }
}

/** Puts an item that is in line on the agenda. */
export function addItem(agenda: Agenda, entry: ItemEntry): void {
  if (entry.agendaMs !== undefined) return
  entry.agendaMs = orderMsOf(entry)
  agenda.items.add(entry)
}

/** Takes an item off the agenda; says whether it was there. */
export function removeItem(agenda: Agenda, entry: ItemEntry): boolean {
  if (entry.agendaMs === undefined) return false
  agenda.items.delete(entry)
  entry.agendaMs = undefined
  return true
}
