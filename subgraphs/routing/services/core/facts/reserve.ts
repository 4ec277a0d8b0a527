import { freeOf } from '../state/agent-entry.ts'
import { type CoreState, type HeldReservation, noteAgent } from '../state/core-state.ts'
import { settleLoad } from '../state/recent-load.ts'
import { refileAgent } from './file-agent.ts'
import { fileItem, takeItem } from './file-item.ts'
import { release } from './hold.ts'

/** Makes a reservation live: the item's waiting ends, and the agent has its weight in hand. */
export function reserve(state: CoreState, workItemId: string, reservation: HeldReservation): void {
  const { agent, weight } = reservation
  const earlier = state.reservations.get(workItemId)
  if (earlier && earlier.agent !== agent) giveBack(state, earlier)
  state.reservations.set(workItemId, reservation)
  const entry = state.items.get(workItemId)
  if (entry) {
    entry.waits = false
    takeItem(state, entry)
  }
  refileAgent(state, agent, () => {
    settleLoad(agent, state.nowMs)
    agent.used += weight - (earlier?.agent === agent ? earlier.weight : 0)
    agent.idleSinceMs = Math.max(agent.idleSinceMs, state.nowMs)
  })
  // Who has no room is no use to the item they were held for.
  if (agent.heldFor && freeOf(agent) <= 0) release(state, agent.heldFor)
  if (earlier?.agent === agent && weight < earlier.weight) noteAgent(state, agent)
}

/** Ends a reservation; the item is back in line when ITEM_WAITS said so. */
export function closeReservation(state: CoreState, workItemId: string): void {
  const reservation = state.reservations.get(workItemId)
  if (!reservation) return
  state.reservations.delete(workItemId)
  giveBack(state, reservation)
  const entry = state.items.get(workItemId)
  if (entry?.waits) fileItem(state, entry)
  else state.items.delete(workItemId)
}

function giveBack(state: CoreState, { agent, weight }: HeldReservation): void {
  refileAgent(state, agent, () => {
    settleLoad(agent, state.nowMs)
    agent.used -= weight
    agent.idleSinceMs = Math.max(agent.idleSinceMs, state.nowMs)
  })
  noteAgent(state, agent)
}
