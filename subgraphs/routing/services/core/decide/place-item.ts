import type { OfferDecision } from '../decision.ts'
import { hold } from '../facts/hold.ts'
import { reserve } from '../facts/reserve.ts'
import type { CoreState } from '../state/core-state.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import type { Choice } from './choose-agent.ts'
import { findHolder } from './find-holder.ts'
import { weightFor } from './scores-of.ts'

/** What became of an item: an offer; an agent is held for it; or nobody, for now. */
export type Placed = OfferDecision | 'HELD' | 'NOBODY'

/** Offers an item that is in line to the agent chosen for it; without one, holds an agent for it. */
export function placeItem(state: CoreState, entry: ItemEntry, choice: Choice | undefined): Placed {
  if (!choice) {
    if (entry.holder) return 'HELD'
    const holder = findHolder(state, entry)
    if (!holder) return 'NOBODY'
    hold(state, holder, entry)
    return 'HELD'
  }
  const { agent, rule, candidates, excluded } = choice
  const { queueId, mediaType } = entry.item
  const weight = weightFor(agent, entry)
  // A queue that is gone has no rings; what was meant for one agent is served all the same.
  const ring = (entry.queue.state && entry.line?.ring) ?? 0
  reserve(state, entry.id, { agent, weight, reservationId: undefined, queueId, mediaType })
  return {
    kind: 'OFFER',
    workItemId: entry.id,
    version: entry.item.version,
    agentId: agent.id,
    queueId,
    mediaType,
    weight,
    ring,
    rule,
    candidates,
    excluded,
  }
}
