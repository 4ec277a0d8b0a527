import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '../service/service-context.ts'
import type { Envelope, EventDefinition } from './define-event.ts'

/** What a subgraph does about one kind of event. */
export interface Consumer<P extends z.ZodType = z.ZodType> {
  readonly event: EventDefinition<P>
  /** Tells two consumers of one event in one subgraph apart; the event's type when left out. Never change it. */
  readonly name?: string
  /**
   * Runs in a transaction that also records that this consumer has done this event: its effect in the session
   * happens once, however often the event is delivered. What it throws makes it run again later.
   */
  run(ctx: ServiceContext, envelope: Envelope<z.output<P>>, session: ClientSession): Promise<unknown>
}

/** Declares a consumer of a domain event. */
export function defineConsumer<P extends z.ZodType>(consumer: Consumer<P>): Consumer<P> {
  return consumer
}
