import type { MediaType, PresenceStatus } from '#schema/events/vocabulary.ts'
import type { Capacity } from './capacity.ts'
import type { SkillNeed } from './routing-state.ts'

/** One step of a queue's routing policy. */
export interface Ring {
  relaxAfterMs: number
  /** Any of these sets of needs serves: the queue's own, and those of queues it overflows to. */
  alternatives: ReadonlyArray<readonly SkillNeed[]>
  advanceMs?: number
}

export interface QueueState {
  id: string
  rings: readonly Ring[]
}

export interface WaitingItem {
  id: string
  version: number
  queueId: string
  mediaType: MediaType
  queuedAtMs: number
  orderAtMs: number
  language?: string
  requires?: readonly SkillNeed[]
  prefers?: readonly SkillNeed[]
  lastAgentId?: string
  onlyAgentId?: string
  notBeforeMs?: number
  passedOver: ReadonlyArray<{ agentId: string; atMs: number }>
}

export interface AgentState {
  id: string
  presence: PresenceStatus
  presenceSinceMs: number
  idleSinceMs: number
  skills: ReadonlyArray<{ skillId: string; proficiency: number; expiresAtMs?: number }>
  capacity: Capacity
}

/** A fact for the core, absolute and idempotent. */
export type RoutingCommand =
  | { kind: 'QUEUE_SAVED'; queue: QueueState }
  | { kind: 'QUEUE_REMOVED'; queueId: string }
  | { kind: 'AGENT_CHANGED'; agent: AgentState }
  | { kind: 'ITEM_WAITS'; item: WaitingItem }
  | { kind: 'ITEM_GONE'; workItemId: string }
  | {
      kind: 'RESERVED'
      workItemId: string
      agentId: string
      mediaType: MediaType
      weight: number
      reservationId?: string
      queueId: string
    }
  | { kind: 'RESERVATION_CLOSED'; workItemId: string; agentId: string }
  | { kind: 'TIME_PASSED' }
