import type { MediaType } from '#schema/events/vocabulary.ts'
import type { Distribution } from './distribution.ts'

/** Contacts of one kind that come to one queue. */
export interface Demand {
  queueId: string
  mediaType: MediaType
  /** Two-letter language of these customers. */
  language?: string
  /** The rate hour by hour from the beginning of the simulation; the last one goes on. */
  arrivalsPerHour: readonly number[]
  /** What an agent of middling proficiency needs until the contact is over. */
  handle: Distribution
  /** After-contact work. */
  wrapUp?: Distribution
  /** How long customers wait before they give up; without it they never do. */
  patience?: Distribution
  /** Within what time they should be answered. */
  targetMs: number
}

/** A contact with all that chance decides of it, so that every way of routing meets the very same. */
export interface SimulatedContact {
  id: string
  queueId: string
  mediaType: MediaType
  language?: string
  arrivesAtMs: number
  targetMs: number
  handleMs: number
  wrapUpMs: number
  /** Infinity when they never give up. */
  patienceMs: number
}
