import type { Worker } from 'bullmq'
import type { Logger } from 'pino'
import type { ServiceConfig } from '../config/service-config.ts'
import type { Consumer } from '../events/consume.ts'
import { createEmit } from '../events/create-emit.ts'
import type { Envelope } from '../events/define-event.ts'
import { type Relay, startRelay } from '../events/relay.ts'
import { startConsumers } from '../events/start-consumers.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import { createEnqueue } from '../jobs/create-enqueue.ts'
import { runJobs } from '../jobs/run-jobs.ts'
import { createLiveCursors } from '../live/cursors.ts'
import { createSignals } from '../live/signals.ts'
import { createLiveTopics } from '../live/topics.ts'
import { createLogger } from '../log/logger.ts'
import { createMetrics, type Metrics } from '../metrics/create-metrics.ts'
import { createQueues } from '../queues/queues.ts'
import { connectMongodb } from '../store/connect-mongodb.ts'
import { connectValkey } from '../store/connect-valkey.ts'
import { type Migration, migrate } from '../store/migrations.ts'
import { prepareCollections } from '../store/prepare-collections.ts'
import { within } from '../waiting/within.ts'
import type { ServiceContext } from './service-context.ts'
import { createTransactions } from './transactions.ts'

export interface ServiceParts<C extends ServiceConfig = ServiceConfig> {
  name: string
  config: C
  consumers?: readonly Consumer[]
  jobs?: readonly JobDefinition[]
  migrations?: readonly Migration[]
  /** The clock; the machine's when left out. */
  now?: () => Date
  log?: Logger
  /** Told of each event after its commit; tests listen. */
  emitted?: (envelope: Envelope<unknown>) => void
  /** Whether this service is the process's only one, and so reports Node's own figures too. */
  processWide?: boolean
}

export interface OpenService<C extends ServiceConfig = ServiceConfig> {
  readonly ctx: ServiceContext<C>
  readonly metrics: Metrics
  /** Begins to relay, to consume and to run jobs. */
  work(): void
  /** Whether both stores answer. @throws when one does not within two seconds */
  check(): Promise<void>
  /** Lets the work at hand end (ten seconds at most), then closes the stores. */
  close(): Promise<void>
}

const maxCloseMs = 10_000

/** Opens a service without its server: stores connected, indexes and migrations done, nothing running yet. */
export async function openService<C extends ServiceConfig>(parts: ServiceParts<C>): Promise<OpenService<C>> {
  const { name, config, now = () => new Date(), consumers = [], jobs = [] } = parts
  const log = parts.log ?? createLogger(name, config.LOG_LEVEL)
  const metrics = createMetrics(name, { processWide: parts.processWide ?? false })
  const db = await connectMongodb(config, name)
  const connectionName = `${config.NAME_PREFIX}-${name}`
  const valkey = connectValkey(config.VALKEY_URL, log, {
    connectionName,
    maxRetriesPerRequest: 3,
    commandTimeout: 5_000,
  })
  // Blocking and subscribing commands wait as long as they like, so they have connections of their own.
  const blocking = connectValkey(config.VALKEY_URL, log, { connectionName, maxRetriesPerRequest: null })
  const subscriber = connectValkey(config.VALKEY_URL, log, { connectionName, maxRetriesPerRequest: null })
  const queues = createQueues(valkey, config.NAME_PREFIX, log)
  const transactions = createTransactions(db, log)
  const signals = createSignals(valkey, subscriber, config.NAME_PREFIX, log)
  const live = createLiveTopics(
    signals,
    createLiveCursors(config.SECRETS_KEY),
    config.LIVE_HEARTBEAT_MS,
    transactions,
    metrics,
  )
  const workers: Worker[] = []
  let relay: Relay | undefined

  const emitCausedBy = createEmit({ db, transactions, now, relay: () => relay, emitted: parts.emitted })

  const ctx: ServiceContext<C> = {
    name,
    config,
    log,
    db,
    valkey,
    live,
    metrics,
    queues,
    now,
    transaction: transactions.transaction,
    afterCommit: transactions.afterCommit,
    emit: emitCausedBy(),
    enqueue: createEnqueue({ name, config, queues, now, transactions }),
  }

  await prepareCollections(db)
  await migrate(ctx, parts.migrations ?? [])

  return {
    ctx,
    metrics,
    work() {
      relay = startRelay({ db, queues, config, metrics, log })
      const causedBy = (eventId: string): ServiceContext => ({ ...ctx, emit: emitCausedBy(eventId) })
      workers.push(...startConsumers({ ctx: { ...ctx, causedBy }, consumers, connection: blocking, metrics }))
      workers.push(...jobs.map((job) => runJobs(ctx, job, blocking, metrics)))
    },
    async check() {
      await within(2_000, 'the stores', Promise.all([db.db?.command({ ping: 1 }), valkey.ping()]))
    },
    async close() {
      const working = Promise.all([relay?.stop(), ...workers.map((worker) => worker.close())])
      await within(maxCloseMs, 'ending the work', working).catch((err: unknown) =>
        log.warn({ err }, 'work was left behind; another process or the next start takes it over'),
      )
      await queues.close()
      signals.close()
      blocking.disconnect()
      valkey.disconnect()
      await db.close()
    },
  }
}
