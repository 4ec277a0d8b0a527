import type { z } from 'zod'
import type { Lane } from '../queues/lanes.ts'

/** A kind of domain event: what it holds and who consumes it. `defineEvent` makes one. */
export interface EventDefinition<P extends z.ZodType = z.ZodType> {
  /** Kebab case, past tense: `session-started`. */
  readonly type: string
  /** From 1; a breaking change of the payload is the next version, with an upcaster. */
  readonly version: number
  readonly payload: P
  /** The id of what changed; events of one aggregate are consumed in order as far as possible. */
  aggregateId(payload: z.output<P>): string
  /** How soon it has to be consumed, `defaultLane` when left out. Events of one aggregate keep their order within a lane only. */
  lane?(payload: z.output<P>): Lane | undefined
  /** Names of the subgraphs that receive it. */
  readonly consumers: readonly string[]
  /** Turns the payload of an older version, still waiting somewhere, into this version's. */
  upcast?(payload: unknown, fromVersion: number): unknown
}

/** What a consumer receives. */
export interface Envelope<P> {
  /** The event's id; equal for every delivery of it. */
  id: string
  type: string
  version: number
  aggregateId: string
  /** Grows with each event of the aggregate: the guard against older news that arrive later. */
  aggregateVersion: number
  occurredAt: Date
  /** The event whose consumer emitted this one. */
  causationId?: string
  payload: P
}

/** Declares a domain event (`schema/events`, one file each). */
export function defineEvent<P extends z.ZodType>(definition: EventDefinition<P>): EventDefinition<P> {
  return definition
}
