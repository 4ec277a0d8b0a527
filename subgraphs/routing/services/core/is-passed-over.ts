import type { WaitingItem } from './waiting-item.ts'

/** How long an item that an agent did not take stays away from them. */
export const reofferAfterMs = 30_000

/**
 * Whether an item is kept from an agent because they passed it over: it goes to others for a while first, and comes
 * back at once when they say anew that they are available.
 */
export function isPassedOver(
  { passedOver }: Pick<WaitingItem, 'passedOver'>,
  agentId: string,
  presenceSinceMs: number,
  atMs: number,
): boolean {
  for (const passed of passedOver) {
    if (passed.agentId === agentId && passed.atMs >= presenceSinceMs && passed.atMs + reofferAfterMs > atMs) {
      return true
    }
  }
  return false
}
