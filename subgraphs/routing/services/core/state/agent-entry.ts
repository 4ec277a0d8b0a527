import type { AgentState } from '../agent-state.ts'
import type { Demand } from './demand.ts'
import type { ItemEntry } from './item-entry.ts'
import type { Profile, Room } from './profile.ts'

/** Of somebody of whom nothing is known: a usual load, so that who comes new is not flooded to make up for it. */
const usualLoad = 0.7

/** An agent in the core's memory. */
export interface AgentEntry {
  kind: 'AGENT'
  id: string
  /** Absent while only a reservation told of them. */
  state: AgentState | undefined
  /** Sum of the weights of their live reservations. */
  used: number
  /** Since when nothing was offered to them and nothing ended. */
  idleSinceMs: number
  /** How much they had in hand lately, as of `recentAtMs`; see `recentLoadOf`. */
  recentLoad: number
  recentAtMs: number
  /** Their place in `room`; see `loadOrderOf`. */
  loadOrder: number
  profile: Profile | undefined
  /** With whom they stand while they are available and have room. */
  room: Room | undefined
  /** The item for which they take nothing later. */
  heldFor: ItemEntry | undefined
  /** Lines that only they can serve, for each media type. */
  direct: Demand[]
  /** When one of their skills expires; see `setDue`. */
  dueMs: number
}

/** An agent who nothing is known of. */
export function createAgentEntry(id: string): AgentEntry {
  return {
    kind: 'AGENT',
    id,
    state: undefined,
    used: 0,
    idleSinceMs: 0,
    recentLoad: usualLoad,
    recentAtMs: 0,
    loadOrder: 0,
    profile: undefined,
    room: undefined,
    heldFor: undefined,
    direct: [],
    dueMs: Number.POSITIVE_INFINITY,
  }
}

/** What is left of their capacity; below 0 when a supervisor gave them more. */
export function freeOf(agent: AgentEntry): number {
  return (agent.state?.capacity.total ?? 0) - agent.used
}

/** Whether offers go to them at all. */
export function isAvailable(agent: AgentEntry): boolean {
  return agent.state?.presence === 'AVAILABLE'
}
