import type { OfferDecision } from '../decision.ts'
import { sweepLine, sweepOn } from '../facts/sweep-line.ts'
import { addItem, removeItem } from '../state/agenda.ts'
import type { CoreState } from '../state/core-state.ts'
import { compareOrder, type ItemEntry } from '../state/item-entry.ts'
import { type Choice, chooseAgent } from './choose-agent.ts'
import { firstItemFor } from './first-item-for.ts'
import { placeItem } from './place-item.ts'

/**
 * Works the agenda off: for each agent on it the first item that is theirs to take, then the items on it, in order.
 * When it is empty, no eligible pair is left unmatched.
 * @param limit offers at most
 * @param steps items and agents looked at, at most; what is left stays on the agenda
 */
export function settle(state: CoreState, limit: number, steps: number): OfferDecision[] {
  const { agenda } = state
  const offers: OfferDecision[] = []
  for (let step = 0; step < steps && offers.length < limit; step++) {
    const [agent] = agenda.agents
    const entry = agent ? firstItemFor(state, agent) : agenda.items.first()
    if (!agent && !entry) break
    if (agent) agenda.agents.delete(agent)
    if (!entry) continue
    const goesOn = place(state, entry, offers)
    // They may have room for more.
    if (agent && goesOn) agenda.agents.add(agent)
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

/** Places an item, or the one that has to go before it; false when this one is left with nobody. */
function place(state: CoreState, wanted: ItemEntry, offers: OfferDecision[]): boolean {
  const { entry, choice } = whatGoesFirst(state, wanted)
  removeItem(state.agenda, entry)
  const { line } = entry
  const placed = placeItem(state, entry, choice)
  if (typeof placed === 'object') offers.push(placed)
  // When nobody has room for this one, nobody has for those behind it; unless those who have it passed this one over.
  const endsSweep = placed === 'NOBODY' && entry.item.passedOver.length === 0
  if (line && endsSweep) state.agenda.sweeping.delete(line)
  else if (line) sweepOn(state, line, entry)
  return placed !== 'NOBODY' || entry !== wanted
}

/**
 * Nobody is overtaken: before an item come those on the agenda that are due earlier, and what the agent chosen for it
 * would take first, when they have not been looked at yet.
 */
function whatGoesFirst(
  state: CoreState,
  wanted: ItemEntry,
): { entry: ItemEntry; choice: Choice | undefined } {
  const { items, agents } = state.agenda
  let entry = wanted
  for (;;) {
    const noted = items.first()
    if (noted && compareOrder(noted, entry) < 0) entry = noted
    const choice = chooseAgent(state, entry)
    if (!choice || !agents.has(choice.agent)) return { entry, choice }
    const earlier = firstItemFor(state, choice.agent)
    if (!earlier || compareOrder(earlier, entry) >= 0) return { entry, choice }
    entry = earlier
  }
}
