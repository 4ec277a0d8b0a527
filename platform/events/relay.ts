import type { Job } from 'bullmq'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { ServiceConfig } from '../config/service-config.ts'
import { newId } from '../ids/new-id.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import { eventQueueName, type Queues } from '../queues/queues.ts'
import { Wake } from '../waiting/wake.ts'
import { Outbox, type OutboxRow, unclaimed } from './outbox.ts'

export interface Relay {
  /** Rows were committed. */
  wake(): void
  /** Ends after the batch at hand. */
  stop(): Promise<void>
}

export interface RelayParts {
  db: Connection
  queues: Queues
  config: ServiceConfig
  metrics: Metrics
  log: Logger
}

const pollMs = 1_000
const batchSize = 200

/**
 * Carries events from the outbox to the queue of each consumer, at least once. Several relays of one database share
 * the rows by claims. A row leaves the outbox only when every queue has it.
 */
export function startRelay(parts: RelayParts): Relay {
  const { log, metrics } = parts
  const wake = new Wake()
  let stopped = false

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if ((await relayBatch(parts)) > 0) continue
        metrics.outboxLagSeconds.set(0)
      } catch (err) {
        log.warn({ err }, 'the relay could not carry its events; it tries again')
      }
      if (!stopped) await wake.wait(pollMs)
    }
  }

  const running = run()
  return {
    wake: () => wake.fire(),
    async stop() {
      stopped = true
      wake.fire()
      await running
    },
  }
}

/** Claims and carries one batch; gives how many events left the outbox. */
async function relayBatch({ db, queues, config, metrics }: RelayParts): Promise<number> {
  const outbox = Outbox(db)
  const claim = newId()
  const rows = await claimRows(db, claim, config.RELAY_CLAIM_MS)
  if (rows.length === 0) return 0
  const oldest = rows.reduce(
    (least, row) => Math.min(least, row.occurredAt.getTime()),
    Number.POSITIVE_INFINITY,
  )
  metrics.outboxLagSeconds.set(Math.max(0, Date.now() - oldest) / 1_000)
  const ids = rows.map((row) => row._id)
  try {
    const consumers = new Set(rows.flatMap((row) => row.consumers))
    await Promise.all([...consumers].map((consumer) => addTo(consumer, rows, queues, config)))
  } catch (error) {
    await outbox.updateMany(
      { _id: { $in: ids }, claimedBy: claim },
      {
        $set: { claimedUntil: unclaimed },
      },
    )
    throw error
  }
  await outbox.deleteMany({ _id: { $in: ids }, claimedBy: claim } as object)
  metrics.relayedEvents.inc(rows.length)
  return rows.length
}

async function claimRows(db: Connection, claim: string, claimMs: number): Promise<OutboxRow[]> {
  const outbox = Outbox(db)
  const now = new Date()
  const due = await outbox
    .find({ claimedUntil: { $lte: now } }, { _id: 1 })
    .sort({ claimedUntil: 1, _id: 1 })
    .limit(batchSize)
    .lean()
  if (due.length === 0) return []
  const ids = due.map((row) => row._id)
  await outbox.updateMany(
    { _id: { $in: ids }, claimedUntil: { $lte: now } },
    { $set: { claimedUntil: new Date(now.getTime() + claimMs), claimedBy: claim } },
  )
  return outbox
    .find({ _id: { $in: ids }, claimedBy: claim })
    .sort({ _id: 1 })
    .lean<OutboxRow[]>()
}

function addTo(consumer: string, rows: OutboxRow[], queues: Queues, config: ServiceConfig): Promise<Job[]> {
  return queues.open(eventQueueName(consumer)).addBulk(
    rows
      .filter((row) => row.consumers.includes(consumer))
      .map(({ _id, consumers: _consumers, claimedUntil: _until, claimedBy: _by, ...envelope }) => ({
        name: envelope.type,
        data: envelope,
        opts: {
          jobId: _id,
          attempts: config.EVENT_ATTEMPTS,
          backoff: { type: 'exponential', delay: config.RETRY_BACKOFF_MS, jitter: 0.2 },
          removeOnComplete: { age: 3_600, count: 1_000 },
          removeOnFail: true,
        },
      })),
  )
}
