import type { CompareCandidates } from '../rank-candidates.ts'
import { type Agenda, addItem, createAgenda } from './agenda.ts'
import { type AgentEntry, createAgentEntry } from './agent-entry.ts'
import { createDemands, type Demands } from './demands.ts'
import type { ItemEntry } from './item-entry.ts'
import { createProfiles, type Profiles } from './profiles.ts'
import { createQueueEntry, type QueueEntry } from './queue-entry.ts'
import { createTimers, type Timers } from './timers.ts'

/** A live reservation, as far as routing looks at it. */
export interface HeldReservation {
  agent: AgentEntry
  weight: number
  reservationId: string | undefined
  queueId: string
  mediaType: ItemEntry['item']['mediaType']
}

/** All that the core knows. */
export interface CoreState {
  /** The latest instant it was told. */
  nowMs: number
  queues: Map<string, QueueEntry>
  agents: Map<string, AgentEntry>
  /** Items that wait, and those whose reservation is live and whose facts came before it. */
  items: Map<string, ItemEntry>
  /** Live reservations by work item: never two for one. */
  reservations: Map<string, HeldReservation>
  demands: Demands
  profiles: Profiles
  timers: Timers
  agenda: Agenda
  /** Items in line or asleep. */
  waiting: number
  /** Queues whose state is known. */
  saved: number
  /** Agents whose state is known, and of them those who are available. */
  known: number
  available: number
  /** Whether what a fact makes possible is noted for deciding; a standby only takes facts in. */
  deciding: boolean
  compare: CompareCandidates
}

/** A core that knows nothing. */
export function createCoreState(compare: CompareCandidates): CoreState {
  return {
    nowMs: Number.NEGATIVE_INFINITY,
    queues: new Map(),
    agents: new Map(),
    items: new Map(),
    reservations: new Map(),
    demands: createDemands(),
    profiles: createProfiles(),
    timers: createTimers(),
    agenda: createAgenda(),
    waiting: 0,
    saved: 0,
    known: 0,
    available: 0,
    deciding: false,
    compare,
  }
}

/** The agent of this id, known or not. */
export function agentOf(state: CoreState, id: string): AgentEntry {
  const known = state.agents.get(id)
  if (known) return known
  const agent = createAgentEntry(id)
  state.agents.set(id, agent)
  return agent
}

/** The queue of this id, known or not. */
export function queueOf(state: CoreState, id: string): QueueEntry {
  const known = state.queues.get(id)
  if (known) return known
  const queue = createQueueEntry(id)
  state.queues.set(id, queue)
  return queue
}

/** Somebody may be able to serve this item by now. */
export function noteItem(state: CoreState, entry: ItemEntry): void {
  if (!state.deciding) state.agenda.everything = true
  else if (entry.line) addItem(state.agenda, entry)
}

/** This agent may be able to serve something by now. */
export function noteAgent(state: CoreState, agent: AgentEntry): void {
  if (!state.deciding) state.agenda.everything = true
  else state.agenda.agents.add(agent)
}
