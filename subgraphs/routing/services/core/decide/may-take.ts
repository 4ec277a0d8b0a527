import { isPassedOver } from '../is-passed-over.ts'
import type { AgentEntry } from '../state/agent-entry.ts'
import { compareOrder, type ItemEntry } from '../state/item-entry.ts'

/** Whether the agent did not just pass the item over. */
export function mayGet(agent: AgentEntry, { item }: ItemEntry, nowMs: number): boolean {
  return (
    item.passedOver.length === 0 ||
    !isPassedOver(item, agent.id, agent.state?.presenceSinceMs ?? Number.POSITIVE_INFINITY, nowMs)
  )
}

/** Whether the agent is kept free of this item for one that goes earlier. */
export function isHeldAgainst(agent: AgentEntry, entry: ItemEntry): boolean {
  return agent.heldFor !== undefined && compareOrder(agent.heldFor, entry) < 0
}
