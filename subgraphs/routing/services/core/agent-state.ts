import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import type { Capacity } from './capacity.ts'

/** What an agent can serve, how well (1 to 5), and until when. */
export interface AgentSkillState {
  skillId: string
  proficiency: number
  /** From this instant on it does not count. */
  expiresAtMs?: number
}

/** An agent as the core sees them. What is left of the capacity follows from the live reservations. */
export interface AgentState {
  id: string
  /** Only who is AVAILABLE gets offers. */
  presence: PresenceStatus
  /** When they said so: saying anew that they are available brings back what they passed over. */
  presenceSinceMs: number
  /** Since when nothing was offered to them and nothing ended. */
  idleSinceMs: number
  /** How much of their capacity they had in use lately, where a core knew it; see `recentLoadOf`. */
  recentLoad?: { share: number; atMs: number }
  skills: readonly AgentSkillState[]
  capacity: Capacity
}
