import type { OfferDecision } from '../decision.ts'
import { sweepLine, sweepOn } from '../facts/sweep-line.ts'
import { type Agenda, addAgent, addItem, removeAgent, removeItem } from '../state/agenda.ts'
import type { AgentEntry } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import { compareTexts, type ItemEntry, orderMsOf } from '../state/item-entry.ts'
import { firstItemFor } from './first-item-for.ts'
import { placeItem } from './place-item.ts'

/**
 * Works the agenda off, in the order of the items: those that are on it, and the first of each agent who is on it,
 * once that is known. When it is empty, no eligible pair is left unmatched.
 * @param limit offers at most
 * @param steps items and agents looked at, at most; what is left stays on the agenda
 */
export function settle(state: CoreState, limit: number, steps: number): OfferDecision[] {
  const { agenda } = state
  const offers: OfferDecision[] = []
  for (let step = 0; step < steps && offers.length < limit; step++) {
    const agent = agenda.agents.first()
    const entry = agenda.items.first()
    if (agent && (!entry || isFirst(agent, entry))) pull(state, agent, offers)
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

/** Whether what the agent could take goes before this item, or is it, or is not known yet. */
function isFirst(agent: AgentEntry, { agendaMs = 0, id }: ItemEntry): boolean {
  return (agent.pullMs - agendaMs || compareTexts(agent.pullId, id)) <= 0
}

function pull(state: CoreState, agent: AgentEntry, offers: OfferDecision[]): void {
  const { agenda } = state
  removeAgent(agenda, agent)
  const entry = firstItemFor(state, agent)
  if (!entry) return
  if (isEarlierOnAgenda(agenda, entry)) {
    addAgent(agenda, agent, entry)
    return
  }
  const placed = placeItem(state, entry)
  if (typeof placed === 'object') offers.push(placed)
  if (placed !== 'NOBODY') addAgent(agenda, agent)
}

/** Whether something else is to be looked at before an agent's first item: it might take the same room. */
function isEarlierOnAgenda({ items, agents }: Agenda, entry: ItemEntry): boolean {
  const orderMs = orderMsOf(entry)
  const agent = agents.first()
  if (agent && (agent.pullMs - orderMs || compareTexts(agent.pullId, entry.id)) < 0) return true
  const item = items.first()
  return item?.agendaMs !== undefined && (item.agendaMs - orderMs || compareTexts(item.id, entry.id)) < 0
}

function place(state: CoreState, entry: ItemEntry, offers: OfferDecision[]): void {
  removeItem(state.agenda, entry)
  const { line } = entry
  if (!line) return
  const placed = placeItem(state, entry)
  if (typeof placed === 'object') offers.push(placed)
  // When nobody has room for this one, nobody has for those behind it; unless those who have it passed this one over.
  if (placed === 'NOBODY' && entry.item.passedOver.length === 0) state.agenda.sweeping.delete(line)
  else sweepOn(state, line, entry)
}
