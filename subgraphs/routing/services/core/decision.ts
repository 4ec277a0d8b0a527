import type { MediaType } from '#schema/events/vocabulary.ts'

/**
 * What decided between the agents who could have got the contact, or decided most:
 * ONLY_ELIGIBLE: there was one. DIRECT: it was meant for this person. LAST_AGENT: they served the customer last.
 * PREFERENCES: they speak the customer's language, or meet more of what was asked for softly.
 * Then by what it costs to give it to them (`costOf`). LEAST_OCCUPIED: they had less in hand lately. SKILL_FIT: they are
 * better at it. KEEPS_ROOM: others would no longer be free for a contact that takes all of somebody.
 * LEAST_FLEXIBLE: others can serve more, and are kept for it. LONGEST_IDLE: of equals, they wait longest.
 */
export type OfferRule =
  | 'ONLY_ELIGIBLE'
  | 'DIRECT'
  | 'LAST_AGENT'
  | 'PREFERENCES'
  | 'SKILL_FIT'
  | 'LEAST_OCCUPIED'
  | 'KEEPS_ROOM'
  | 'LEAST_FLEXIBLE'
  | 'LONGEST_IDLE'

/** An agent who can serve the contact and has room for it, with what they are ranked by. */
export interface Candidate {
  agentId: string
  /** CHOSEN; RANKED_LOWER; HELD for a contact that is due earlier; PASSED_OVER this contact shortly before. */
  outcome: 'CHOSEN' | 'RANKED_LOWER' | 'HELD' | 'PASSED_OVER'
  lastAgent: boolean
  /** How many soft wishes they meet: the customer's language, and each preferred skill. More is better. */
  preferences: number
  /** Mean proficiency in what is needed; 3 where nothing is. More is better. */
  fit: number
  /** Share of the capacity that was in use lately; see `recentLoadOf`. Less is better. */
  recentLoad: number
  /** How many skills they have: who can serve more is kept for it. */
  flexibility: number
  /** They have nothing in hand, and this contact would not take all: afterwards they can not take one that does. */
  breaksWhole: boolean
  /** What all this comes to; see `costOf`. Least goes first. */
  cost: number
  /** Share of the capacity in use now, 0 to 1: told, not judged by. */
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
