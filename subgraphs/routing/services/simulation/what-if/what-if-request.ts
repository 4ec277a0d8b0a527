import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentSkillRecord } from '../../../models/agent.ts'
import type { RoutingStepRecord, SkillRequirementRecord } from '../../../models/queue.ts'

/** Figures of somebody's own in place of the recorded past. */
export interface GivenDemand {
  queueId: string
  mediaType: MediaType
  /** Hour by hour; the last one goes on. */
  arrivalsPerHour: number[]
  handleTimeMs: number
  patienceMs?: number
}

/** People who are alike. */
export interface StaffGroup {
  count: number
  skills: AgentSkillRecord[]
}

/** What a simulation starts from. */
export interface WhatIfBasis {
  /** How much of the past is looked at: 1 to 24 hours, or whole days up to two weeks. */
  pastHours: number
  /** Instead of what came. */
  demands?: GivenDemand[]
  /** Instead of who was on duty. */
  staff?: StaffGroup[]
}

/** What is changed. */
export interface WhatIfChanges {
  addAgents: StaffGroup[]
  /** So many of those who have all these skills, at least as well. */
  removeAgents: StaffGroup[]
  /** More or fewer contacts: of a queue, of a kind, of both, or of all. */
  volumes: Array<{ queueId?: string; mediaType?: MediaType; factor: number }>
  /** Other needs and steps for queues. */
  queueSteps: Array<{
    queueId: string
    requiredSkills?: SkillRequirementRecord[]
    steps: RoutingStepRecord[]
  }>
}

/** A question of what would be. */
export interface WhatIfRequest extends WhatIfBasis {
  changes: WhatIfChanges
  seed: number
  replications: number
}
