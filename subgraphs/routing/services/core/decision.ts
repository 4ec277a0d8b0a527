import type { MediaType } from '#schema/events/vocabulary.ts'

/**
 * What decided between the agents who could have got the contact:
 * ONLY_ELIGIBLE: there was one. DIRECT: it was meant for this person. LAST_AGENT: they served the customer last.
 * SKILL_FIT: nobody else fits as well. LEAST_OCCUPIED: of those who fit alike, they have the least in hand.
 * LONGEST_IDLE: of those with as much in hand, they wait longest.
 */
export type OfferRule =
  | 'ONLY_ELIGIBLE'
  | 'DIRECT'
  | 'LAST_AGENT'
  | 'SKILL_FIT'
  | 'LEAST_OCCUPIED'
  | 'LONGEST_IDLE'

/** An agent who can serve the contact and has room for it, with what they are ranked by. */
export interface Candidate {
  agentId: string
  /** CHOSEN; RANKED_LOWER; HELD for a contact that is due earlier; PASSED_OVER this contact shortly before. */
  outcome: 'CHOSEN' | 'RANKED_LOWER' | 'HELD' | 'PASSED_OVER'
  lastAgent: boolean
  /** Sum of the proficiencies that count for this contact; see `skillFit`. More is better. */
  fit: number
  /** Share of the capacity in use, 0 to 1. Less is better. */
  occupancy: number
  idleSinceMs: number
}

/** How many agents were no candidates, or could not be chosen, by the first reason that applies. */
export interface ExcludedCounts {
  unavailable: number
  lacksSkill: number
  noRoom: number
  passedOver: number
  held: number
}

/** The core's decision to offer a work item to an agent, with its reasons. */
export interface OfferDecision {
  kind: 'OFFER'
  workItemId: string
  /** The item's version that the decision was made on. */
  version: number
  agentId: string
  queueId: string
  mediaType: MediaType
  /** What it takes of the agent's capacity. */
  weight: number
  /** Which of the queue's rings the item had reached; 0 is the first. */
  ring: number
  rule: OfferRule
  /** The best five: those who could be chosen in their order, then those who were held or had passed it over. */
  candidates: readonly Candidate[]
  /** For a direct offer, which asks nobody else, all are 0. */
  excluded: ExcludedCounts
}
