import type { AvailableAgent, WaitingItem } from './routing-state.ts'

/** How long an item that an agent did not take stays away from them. */
export const reofferAfterMs = 30_000

/**
 * Whether an item may be offered to an agent who may have passed it over: it goes to others for a while first, and
 * comes back at once when they say anew that they are available.
 */
export function mayBeOfferedTo(item: WaitingItem, agent: AvailableAgent, at: Date): boolean {
  return !item.passedOver.some(
    (passed) =>
      passed.agentId === agent.id &&
      passed.at >= agent.presenceSince &&
      passed.at.getTime() + reofferAfterMs > at.getTime(),
  )
}
