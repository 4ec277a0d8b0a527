import type { OfferDecision } from '../core/decision.ts'
import type { OfferFacts } from './read-offer-facts.ts'

/**
 * Parts the offers that the store would take, as it stands, from those that it would not: the item is offered, gone or
 * changed, or the agent left or has no such room. Earlier offers of a batch take an agent's room first.
 */
export function sortOutOffers(
  offers: readonly OfferDecision[],
  facts: Pick<OfferFacts, 'items' | 'agents'>,
): { possible: OfferDecision[]; refused: OfferDecision[] } {
  const possible: OfferDecision[] = []
  const refused: OfferDecision[] = []
  const taken = new Map<string, number>()
  for (const offer of offers) {
    const item = facts.items.get(offer.workItemId)
    const agent = facts.agents.get(offer.agentId)
    const weight = (taken.get(offer.agentId) ?? 0) + offer.weight
    const stands = item?.status === 'QUEUED' && item.version === offer.version
    if (stands && agent?.presence === 'AVAILABLE' && agent.free >= weight) {
      taken.set(offer.agentId, weight)
      possible.push(offer)
    } else refused.push(offer)
  }
  return { possible, refused }
}
