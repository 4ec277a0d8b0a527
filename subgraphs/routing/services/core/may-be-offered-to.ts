import { reofferAfterMs } from './is-passed-over.ts'
import type { AvailableAgent, WaitingItem } from './routing-state.ts'

export { reofferAfterMs }

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
