import type { ServiceContext } from '#platform/service/service-context.ts'
import { commitOffers } from './commit-offers.ts'
import { matchWaiting } from '../core/match-waiting.ts'
import type { Lease } from './hold-lease.ts'
import { readRoutingState } from './read-routing-state.ts'
import { storeClock } from '../store-clock.ts'

/** Offers in one transaction. */
const batchSize = 50

/** What one pass did. */
export interface DispatchResult {
  offers: number
  /** The batch was full: there may be more to offer at once. */
  more: boolean
}

/**
 * One pass of the leader: reads the state, has the core match it, writes the offers.
 * @throws LEASE_LOST when another process leads by now; nothing is written then
 */
export async function dispatch(ctx: ServiceContext, lease: Lease): Promise<DispatchResult> {
  const at = await storeClock(ctx)
  const state = await readRoutingState(ctx, at, batchSize)
  const offers = matchWaiting(state, at, batchSize).map((offer) => ({
    ...offer,
    timeoutMs: state.queueRecords.get(offer.queueId)?.reservationTimeoutMs ?? 30_000,
  }))
  const made = await commitOffers(ctx, lease, offers, at)
  return { offers: made.length, more: offers.length === batchSize }
}
