import { z } from 'zod'
import type { Caller } from '../identity/caller.ts'
import type { RequestRates } from './request-rates.ts'

const perMinute = z.number().int().min(1).max(10_000_000)

/** Requests to the graph in a minute: of each visitor, partner and member of staff, and of each address of strangers. */
export const graphRates = z.strictObject({
  /** Of one address without any proof of identity, proofs that do not hold included. */
  anonymous: perMinute.default(300),
  visitor: perMinute.default(600),
  staff: perMinute.default(12_000),
  /** Of a partner's key. */
  partner: perMinute.default(1_200),
  /** Of all visitors of one address: a visitor's token costs nothing, an address does. */
  visitorsOfAddress: perMinute.default(30_000),
})

export type GraphRates = z.infer<typeof graphRates>

/** Counts one request to the graph, or one operation on a WebSocket. */
export interface BoundRequests {
  /** @throws RATE_LIMITED */
  take(caller: Caller, address: string): void | Promise<void>
  /**
   * Counts a request whose proof of identity does not hold.
   * @throws RATE_LIMITED
   */
  takeUnproved(address: string): void | Promise<void>
}

export function boundRequests(rates: RequestRates, limits: GraphRates): BoundRequests {
  const takeUnproved = (address: string) => rates.take(`anonymous ${address}`, limits.anonymous)
  return {
    takeUnproved,
    take({ viewer }, address) {
      switch (viewer.kind) {
        case 'anonymous':
          return takeUnproved(address)
        case 'visitor': {
          const byAddress = rates.take(`visitors ${address}`, limits.visitorsOfAddress)
          const own = () => rates.take(`visitor ${viewer.id}`, limits.visitor)
          return byAddress ? byAddress.then(own) : own()
        }
        case 'staff':
          return rates.take(`staff ${viewer.id}`, limits.staff)
        case 'partner':
          return rates.take(`partner ${viewer.id}`, limits.partner)
        case 'service':
          return undefined
      }
    },
  }
}
