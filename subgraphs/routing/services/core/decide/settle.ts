import type { OfferDecision } from '../decision.ts'
import { sweepLine } from '../facts/save-queue.ts'
import { addAgent, addItem, removeAgent, removeItem } from '../state/agenda.ts'
import type { AgentEntry } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import { compareInLine, type ItemEntry, orderMsOf } from '../state/item-entry.ts'
import type { Line } from '../state/line.ts'
import { firstItemFor } from './first-item-for.ts'
import { placeItem } from './place-item.ts'

/**
 * Works the agenda off: agents who got room first, each taking the first item that is theirs, the earliest of all
 * first; then items, in order. When it is empty, no eligible pair is left unmatched.
 * @param limit offers at most
 * @param steps items and agents looked at, at most; what is left stays on the agenda
 */
export function settle(state: CoreState, limit: number, steps: number): OfferDecision[] {
  const { agenda } = state
  const offers: OfferDecision[] = []
  for (let step = 0; step < steps && offers.length < limit; step++) {
    const agent = agenda.agents.first()
    const entry = agent ? undefined : agenda.items.first()
    if (agent) pull(state, agent, offers)
    else if (entry) place(state, entry, offers)
    else break
  }
  return offers
}

/** Notes everything there is, after facts were taken in without deciding. */
export function noteEverything(state: CoreState): void {
  state.agenda.everything = false
  for (const queue of state.queues.values()) {
    for (const line of queue.lines.values()) {
      for (const entry of line.held.items) addItem(state.agenda, entry)
      sweepLine(state, line)
    }
  }
}

function pull(state: CoreState, agent: AgentEntry, offers: OfferDecision[]): void {
  const { agenda } = state
  removeAgent(agenda, agent)
  const entry = firstItemFor(state, agent)
  if (!entry) return
  const orderMs = orderMsOf(entry)
  const next = agenda.agents.first()
  if (next && next.pullMs < orderMs) {
    addAgent(agenda, agent, orderMs)
    return
  }
  const placed = placeItem(state, entry)
  if (typeof placed === 'object') offers.push(placed)
  if (placed !== 'NOBODY') addAgent(agenda, agent)
}

function place(state: CoreState, entry: ItemEntry, offers: OfferDecision[]): void {
  removeItem(state.agenda, entry)
  const { line } = entry
  if (!line) return
  const placed = placeItem(state, entry)
  if (typeof placed === 'object') offers.push(placed)
  if (state.agenda.sweeping.has(line)) sweepOn(state, line, entry, placed === 'NOBODY')
}

/** Goes on to the next item of a line; when nobody had room for this one, nobody has for those behind it. */
function sweepOn(state: CoreState, line: Line, after: ItemEntry, wasLast: boolean): void {
  const mayBeOnlyPassedOver = after.item.passedOver.length > 0
  const next =
    wasLast && !mayBeOnlyPassedOver
      ? undefined
      : line.open.items.firstWhere((other) => compareInLine(other, after) > 0)
  if (next) addItem(state.agenda, next)
  else state.agenda.sweeping.delete(line)
}
