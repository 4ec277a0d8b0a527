import type { MediaType } from '#schema/events/vocabulary.ts'
import type { SkillNeed } from './skill-need.ts'

/** An agent who did not take a contact, and when; see `isPassedOver`. */
export interface PassedOverBy {
  agentId: string
  atMs: number
}

/** A work item that waits for an agent, with all that routing looks at. The core keeps it: never change one. */
export interface WaitingItem {
  id: string
  /** Grows with each change of the work item; an older one than the known is ignored. */
  version: number
  queueId: string
  mediaType: MediaType
  /** Since when the customer waits: rings are counted from here, or from `notBeforeMs` when that is later. */
  queuedAtMs: number
  /** The effective due instant, which orders all items; see `orderAt`. */
  orderAtMs: number
  /** Two-letter language of the customer: preferred, never demanded. */
  language?: string
  /** Needs that no ring relaxes. */
  requires?: readonly SkillNeed[]
  /** Needs that only rank the agents. */
  prefers?: readonly SkillNeed[]
  /** Who served the customer last: goes first when they can serve, are available and have room. */
  lastAgentId?: string
  /**
   * Only this agent: a transfer to a person, or a callback they promised. Whoever named them answers for it, so that
   * neither the queue's needs nor `requires` are checked.
   */
  onlyAgentId?: string
  /** A scheduled callback: nobody is offered it earlier. */
  notBeforeMs?: number
  passedOver: readonly PassedOverBy[]
}
