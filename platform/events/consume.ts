import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '../service/service-context.ts'
import type { Envelope, EventDefinition } from './define-event.ts'

/** The context of events that are consumed together. */
export interface BatchContext extends ServiceContext {
  /** The same, in which what is emitted names this event as its cause. */
  causedBy(eventId: string): ServiceContext
}

/** What a subgraph does about one kind of event. */
export interface Consumer<P extends z.ZodType = z.ZodType> {
  readonly event: EventDefinition<P>
  /** Tells two consumers of one event in one subgraph apart; the event's type when left out. Never change it. */
  readonly name?: string
  /**
   * Consumes events of different aggregates in one transaction, which also records that this consumer has done them:
   * the effect in the session happens once, however often an event is delivered. When it throws, halves of the batch
   * are tried, down to single events, and the one that fails alone runs again later.
   */
  runBatch(
    ctx: BatchContext,
    envelopes: ReadonlyArray<Envelope<z.output<P>>>,
    session: ClientSession,
  ): Promise<unknown>
}

/** A consumer that looks at one event at a time. */
export interface SingleConsumer<P extends z.ZodType> extends Pick<Consumer<P>, 'event' | 'name'> {
  run(ctx: ServiceContext, envelope: Envelope<z.output<P>>, session: ClientSession): Promise<unknown>
}

/** Declares a consumer: `run` for events one by one, `runBatch` where many together cost less. */
export function defineConsumer<P extends z.ZodType>(consumer: SingleConsumer<P> | Consumer<P>): Consumer<P> {
  if ('runBatch' in consumer) return consumer
  const { event, name, run } = consumer
  return {
    event,
    ...(name === undefined ? {} : { name }),
    async runBatch(ctx, envelopes, session) {
      for (const envelope of envelopes) await run(ctx.causedBy(envelope.id), envelope, session)
    },
  }
}
