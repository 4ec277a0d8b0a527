import type { MediaType } from '#schema/events/vocabulary.ts'
import type { Capacity } from './capacity.ts'
import type { SkillNeed } from './skill-need.ts'

/** A queue as the core sees it. */
export interface QueueState {
  id: string
  requiredSkills: readonly SkillNeed[]
}

/** A work item that waits for an agent. */
export interface WaitingItem {
  id: string
  queueId: string
  mediaType: MediaType
  language?: string
  /** The effective due instant; see `orderAt`. */
  orderAt: Date
  /** Who did not take it, and when. */
  passedOver: ReadonlyArray<{ agentId: string; at: Date }>
}

/** An agent who is available. */
export interface AvailableAgent {
  id: string
  capacity: Capacity
  /** What is left of the capacity. */
  free: number
  presenceSince: Date
  idleSince: Date
  skills: ReadonlyArray<{ skillId: string; proficiency: number; expiresAt?: Date }>
}

/** All that matching looks at. */
export interface RoutingState {
  queues: ReadonlyMap<string, QueueState>
  agents: readonly AvailableAgent[]
  waiting: readonly WaitingItem[]
}

/** The core's decision to offer a work item to an agent. */
export interface Offer {
  workItemId: string
  agentId: string
  queueId: string
  weight: number
  reason: 'ONLY_ELIGIBLE' | 'SKILL_FIT' | 'LONGEST_IDLE'
}
