import type { MediaType } from '#schema/events/vocabulary.ts'
import type { QueueState } from '../../core/queue-state.ts'
import type { SimulatedAgent } from '../centre.ts'
import type { Demand } from '../demand.ts'

/** Some hours of a contact centre, ready to be played. Plain data: it goes to another thread. */
export interface Scenario {
  hours: number
  queues: QueueState[]
  demands: Demand[]
  /** Duty is counted from the first hour's beginning. */
  agents: SimulatedAgent[]
  answerMs: Record<MediaType, number>
}
