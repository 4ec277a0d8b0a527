import type { OfferDecision } from './decision.ts'
import type { RoutingCommand } from './routing-command.ts'

/** How a queue stands. */
export interface QueueFigures {
  /** Items in line; those that sleep until a callback's time, or ring at an agent, are not counted. */
  waiting: number
  /** Since when the one that waits longest waits. */
  oldestMs?: number
  /** The effective due instant of the one that goes first. */
  firstOrderAtMs?: number
}

/** How much a core knows. */
export interface CoreCounts {
  /** Items that wait and have no live reservation; those that sleep until a callback's time too. */
  waiting: number
  /** Live reservations. */
  reserved: number
  agents: number
  queues: number
}

/**
 * The routing core: state × command → state × decisions. Pure and deterministic: no clock, no I/O, no chance; equal
 * commands at equal instants give equal decisions. An instant earlier than one it saw counts as that one.
 */
export interface RoutingCore {
  /** Takes a fact in without deciding: the standby, and a rebuild. `decideAll` catches up. */
  apply(command: RoutingCommand, atMs: number): void
  /**
   * Takes facts in that became true together, in their order, and then decides what they made possible; the offers
   * count as RESERVED at once. Work is bounded: what is left over is due at once (`nextAtMs`), for the next call to go
   * on with.
   */
  handle(commands: readonly RoutingCommand[], atMs: number): OfferDecision[]
  /**
   * Decides all that is possible now, in due order: after a rebuild.
   * @param limit offers at most; fewer mean that nothing is left
   */
  decideAll(atMs: number, limit: number): OfferDecision[]
  /** When time alone changes something next (a ring, a callback, a second offer, an expiry): send TIME_PASSED then. */
  nextAtMs(): number | undefined
  /** Figures of one queue in time that does not grow with its length. */
  figuresOf(queueId: string): QueueFigures
  /** Which place a waiting item has in its queue, from 1; undefined when it is not in line. */
  positionOf(workItemId: string): number | undefined
  /** How much there is, without counting it. */
  counts(): CoreCounts
  /** All that it knows, as commands that make another core know it. Its work grows with what there is: for audits. */
  facts(): RoutingCommand[]
}
