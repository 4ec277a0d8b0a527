import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentState } from './agent-state.ts'
import type { QueueState } from './queue-state.ts'
import type { WaitingItem } from './waiting-item.ts'

/**
 * Something that became true. Commands are absolute and idempotent: each says how things stand now, so that one that
 * comes twice changes nothing, and a snapshot is a list of them: reservations first, since RESERVED also ends an
 * agent's idle time, about which AGENT_CHANGED knows better.
 *
 * A work item is in line while it waits and no reservation of it is live. RESERVED ends its waiting until the next
 * ITEM_WAITS; RESERVATION_CLOSED alone brings nothing back.
 */
export type RoutingCommand =
  | { kind: 'QUEUE_SAVED'; queue: QueueState }
  | { kind: 'QUEUE_REMOVED'; queueId: string }
  | { kind: 'AGENT_CHANGED'; agent: AgentState }
  /** It is new, back in line, or changed (priority, queue, language, …): replaces what was known of it. */
  | { kind: 'ITEM_WAITS'; item: WaitingItem }
  /** Over for routing: the customer left, the session closed. A reservation that goes on (wrap-up) stays. */
  | { kind: 'ITEM_GONE'; workItemId: string; version?: number }
  | ReservedCommand
  | ReservationClosedCommand
  /** Time alone changed something; see `RoutingCore.nextAtMs`. */
  | { kind: 'TIME_PASSED' }

/** A reservation is live: offered by a leader, assigned by a supervisor, or a transfer's. It replaces an earlier one. */
export interface ReservedCommand {
  kind: 'RESERVED'
  workItemId: string
  agentId: string
  queueId: string
  mediaType: MediaType
  /** What it takes of the agent's capacity. */
  weight: number
  reservationId?: string
  /** The work item's version with this reservation; lets the core ignore what it overtook. */
  version?: number
}

/** The reservation gives its weight back. Ignored when another one is live by now. */
export interface ReservationClosedCommand {
  kind: 'RESERVATION_CLOSED'
  workItemId: string
  agentId: string
  reservationId?: string
}
