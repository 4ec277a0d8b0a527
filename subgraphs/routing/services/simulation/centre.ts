import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentState } from '../core/agent-state.ts'
import type { Capacity } from '../core/capacity.ts'
import type { QueueState } from '../core/queue-state.ts'

/** A person in the simulation. */
export interface SimulatedAgent {
  id: string
  skills: AgentState['skills']
  capacity: Capacity
  /** When they take contacts, in order; what lies between is a break. What they have in hand when it ends they finish. */
  duty: ReadonlyArray<{ fromMs: number; toMs: number }>
}

/** Who serves the contacts, and how. */
export interface SimulatedCentre {
  queues: readonly QueueState[]
  agents: readonly SimulatedAgent[]
  /** From offering a contact to an agent until they have it. */
  answerMs: Readonly<Record<MediaType, number>>
  /**
   * How long a contact takes by the agent's proficiency in what the queue needs, 1 first: a factor on its handle time.
   * Empty: proficiency changes nothing.
   */
  pace: readonly number[]
}
