import type { SimulatedContact } from './demand.ts'

/** How a simulated contact went. */
export interface ContactOutcome {
  contact: SimulatedContact
  /** UNSERVED: it still waited when the simulation ended. */
  kind: 'ANSWERED' | 'ABANDONED' | 'UNSERVED'
  /** Until the answer, until they gave up, or until the end. */
  waitMs: number
  agentId?: string
}
