import { type AgentEntry, freeOf, isAvailable } from '../state/agent-entry.ts'
import type { CoreState } from '../state/core-state.ts'
import type { Demand } from '../state/demand.ts'
import { compareOrder, type ItemEntry } from '../state/item-entry.ts'
import { mediaIndex } from '../state/profile.ts'
import { mayGet } from './may-take.ts'

/**
 * The first item, over all lines that the agent can serve, that is theirs to take or to be held for: one that fits
 * their room, or one that does not and that nobody is held for yet. Nothing later than what they are held for.
 */
export function firstItemFor(state: CoreState, agent: AgentEntry): ItemEntry | undefined {
  const { profile, heldFor } = agent
  const free = freeOf(agent)
  if (!profile || !isAvailable(agent) || free <= 0) return undefined
  const { openMs, heldMs, media, byIndex } = state.demands
  const { weights, demands } = profile
  let best = heldFor
  let bestMs = heldFor ? heldFor.item.orderAtMs - (heldFor.line?.advanceMs ?? 0) : Number.POSITIVE_INFINITY

  const consider = (rows: Demand['open']) => {
    const entry = firstOf(state, agent, rows)
    if (!entry || (best && compareOrder(entry, best) >= 0)) return
    best = entry
    bestMs = entry.item.orderAtMs - (entry.line?.advanceMs ?? 0)
  }
  for (let at = 0; at < demands.length; at++) {
    const index = demands[at] as number
    const openAtMs = openMs[index] as number
    const heldAtMs = heldMs[index] as number
    if (openAtMs <= bestMs && openAtMs !== Number.POSITIVE_INFINITY) {
      consider((byIndex[index] as Demand).open)
    }
    if (heldAtMs <= bestMs && heldAtMs !== Number.POSITIVE_INFINITY) {
      if (free >= (weights[media[index] as number] as number)) consider((byIndex[index] as Demand).held)
    }
  }
  for (const demand of agent.direct) {
    const weight = weights[mediaIndex[demand.mediaType]] as number
    if (weight > profile.capacity.total) continue
    consider(demand.open)
    if (free >= weight) consider(demand.held)
  }
  if (best !== heldFor || !best) return best
  return free >= (weights[mediaIndex[best.item.mediaType]] as number) ? best : undefined
}

/** The first item of rows in order that the agent did not pass over. */
function firstOf(state: CoreState, agent: AgentEntry, rows: Demand['open']): ItemEntry | undefined {
  const head = rows.first()?.head
  if (!head || mayGet(agent, head, state.nowMs)) return head
  let best: ItemEntry | undefined
  for (const row of rows) {
    row.items.visit((entry) => {
      if (best && compareOrder(entry, best) >= 0) return true
      if (!mayGet(agent, entry, state.nowMs)) return false
      best = entry
      return true
    })
  }
  return best
}
