import type { QueueRecord } from '../../../models/queue.ts'
import type { Demand } from '../demand.ts'

/** A demand with what is known of it. */
export interface BaselineDemand {
  queue: QueueRecord
  demand: Demand
  /** How many came in the window; 0 of given figures. */
  contacts: number
  /** Nothing of the kind was finished in the window: the handle time is a guess. */
  assumed: boolean
}

/** What a simulation starts from: recorded, or given. */
export interface Baseline {
  since: Date
  until: Date
  agentsOnDuty: number
  demands: BaselineDemand[]
}
