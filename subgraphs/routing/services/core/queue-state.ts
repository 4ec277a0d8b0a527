import type { SkillNeed } from './skill-need.ts'

/** Whom a queue's contacts may go to, once they have waited for some time. */
export interface Ring {
  /** How long a contact has waited when this ring begins. */
  relaxAfterMs: number
  /**
   * Any of these sets of needs serves: the queue's own, and those of the queues it overflows to. A set without needs
   * is served by everybody; a ring without sets by nobody.
   */
  alternatives: readonly (readonly SkillNeed[])[]
  /** How far the contact goes forward in the order when this ring begins; see `maxAdvanceMs`. */
  advanceMs?: number
}

/** A queue as the core sees it. */
export interface QueueState {
  id: string
  /** One to six, by `relaxAfterMs` ascending; the first begins at 0. */
  rings: readonly Ring[]
}
