import type { Redis } from 'ioredis'
import type { ClientSession, Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { ServiceConfig } from '../config/service-config.ts'
import type { EventDefinition } from '../events/define-event.ts'
import type { Viewer } from '../identity/viewer.ts'
import type { JobReference } from '../jobs/job-reference.ts'
import type { LiveTopics } from '../live/live-topics.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { Queues } from '../queues/queues.ts'

export interface EnqueueOptions {
  delayMs?: number
  /** Compared with `ctx.now()`; in the past it runs at once. */
  runAt?: Date
  /** Enqueued after this session's commit, and not at all when it aborts. */
  session?: ClientSession
}

/**
 * What a service works with: its own database, queues and topics.
 * @typeParam C a subgraph's own configuration, where it extends `serviceConfig`
 */
export interface ServiceContext<C extends ServiceConfig = ServiceConfig> {
  /** The subgraph's name. */
  readonly name: string
  readonly config: C
  readonly log: Logger
  /** This service's own database. */
  readonly db: Connection
  readonly valkey: Redis
  readonly live: LiveTopics
  /** The process's Prometheus figures; what a service counts itself registers there. */
  readonly metrics: Metrics
  /** The kit's own queues; a service uses `emit` and `enqueue`. */
  readonly queues: Queues
  /** The present instant; tests set it. */
  now(): Date
  /**
   * Runs the work in one transaction (majority, snapshot), again from its beginning on a transient error, so it must
   * do nothing outside of the session but by `afterCommit`. With a session it joins that transaction.
   */
  transaction<T>(work: (session: ClientSession) => Promise<T>, session?: ClientSession): Promise<T>
  /** Runs once after the session's commit, and never when it aborts. What the hook throws is logged. */
  afterCommit(session: ClientSession, hook: () => void | Promise<void>): void
  /**
   * Writes a domain event into the outbox, in the transaction that makes it true.
   * @param aggregateVersion grows with each event of the aggregate; milliseconds of `now()` when left out (give it
   *   always or never for one kind of aggregate)
   */
  emit<P extends z.ZodType>(
    event: EventDefinition<P>,
    payload: z.input<P>,
    session: ClientSession,
    aggregateVersion?: number,
  ): Promise<void>
  /** Has a job run; of equal keys one waits, and the later enqueue's payload and time win. */
  enqueue<P extends z.ZodType>(
    job: JobReference<P>,
    payload: z.input<P>,
    options?: EnqueueOptions,
  ): Promise<void>
}

/** The context of one request: the service's, and on whose behalf. */
export interface RequestContext<C extends ServiceConfig = ServiceConfig> extends ServiceContext<C> {
  readonly viewer: Viewer
  /** The router's `x-request-id`; in every log line and in masked errors. */
  readonly requestId: string
}
