import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { ServiceConfig } from '../config/service-config.ts'
import { newId } from '../ids/new-id.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import { eventQueueName, type Queues } from '../queues/queues.ts'
import { Wake } from '../waiting/wake.ts'
import { jobsFor } from './event-jobs.ts'
import { HeldRows } from './held-rows.ts'
import { type Claim, envelopeOf, laneOfRow, type OutboxRow, outboxRows, unclaimed } from './outbox.ts'

export interface Relay {
  /** The claim for rows that this process is about to commit and then to carry; none when it holds enough already. */
  claim(): Claim | undefined
  /** Rows under such a claim were committed. */
  carry(rows: readonly OutboxRow[]): void
  /** Rows that nobody has claimed were committed. */
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
/** Rows carried at a time: an urgent one waits for one batch at most. */
const batchSize = 100
/** Rows held in memory; what comes on top waits in the outbox, unclaimed. */
const maxHeld = 5_000

/**
 * Carries events from the outbox to the queues of their consumers, at least once, the most urgent first. What this
 * process commits it carries from memory, under a claim that is written with the rows; what a process that died has
 * left, or nobody has claimed, is found in the outbox. Several relays of one database share the rows by claims. A row
 * leaves the outbox only when every queue has it.
 */
export function startRelay(parts: RelayParts): Relay {
  const { config, log, metrics } = parts
  const wake = new Wake()
  const held = new HeldRows()
  let stopped = false
  let lookAt = 0

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if (await relayBatch()) continue
        metrics.outboxLagSeconds.set(0)
      } catch (err) {
        log.warn({ err }, 'the relay could not carry its events; it tries again')
        lookAt = performance.now() + pollMs
      }
      if (!stopped) await wake.wait(Math.max(0, Math.min(pollMs, lookAt - performance.now())))
    }
    await release(parts, held.take(Number.POSITIVE_INFINITY))
  }

  /** What is held goes first, but the outbox is looked into each second all the same. */
  async function relayBatch(): Promise<boolean> {
    const looks = performance.now() >= lookAt
    const rows = looks ? await claimRows(parts) : held.take(batchSize)
    if (looks && rows.length < batchSize) lookAt = performance.now() + pollMs
    if (rows.length > 0) await carryRows(parts, rows)
    return rows.length > 0 || held.size > 0
  }

  const running = run()
  return {
    claim() {
      if (stopped || held.size >= maxHeld) return undefined
      return { claimedBy: newId(), claimedUntil: new Date(Date.now() + config.RELAY_CLAIM_MS) }
    },
    carry(rows) {
      held.add(rows)
      wake.fire()
    },
    wake() {
      lookAt = 0
      wake.fire()
    },
    async stop() {
      stopped = true
      wake.fire()
      await running
    },
  }
}

async function carryRows(parts: RelayParts, rows: readonly OutboxRow[]): Promise<void> {
  const { db, metrics } = parts
  const oldest = Math.min(...rows.map((row) => row.occurredAt.getTime()))
  metrics.outboxLagSeconds.set(Math.max(0, Date.now() - oldest) / 1_000)
  try {
    await addToQueues(parts, rows)
  } catch (error) {
    await release(parts, rows)
    throw error
  }
  await outboxRows(db).deleteMany(ownOf(rows))
  metrics.relayedEvents.inc(rows.length)
}

/** These rows, those of them that nobody else has claimed since. */
function ownOf(rows: readonly OutboxRow[]) {
  return {
    _id: { $in: rows.map((row) => row._id) },
    claimedBy: { $in: [...new Set(rows.map((row) => row.claimedBy))] },
  }
}

async function release({ db }: RelayParts, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length > 0) await outboxRows(db).updateMany(ownOf(rows), { $set: { claimedUntil: unclaimed } })
}

async function claimRows({ db, config }: RelayParts): Promise<OutboxRow[]> {
  const outbox = outboxRows(db)
  const now = new Date()
  const claim = newId()
  const due = await outbox
    .find({ claimedUntil: { $lte: now } }, { projection: { _id: 1 } })
    .sort({ urgency: 1, claimedUntil: 1, _id: 1 })
    .limit(batchSize)
    .toArray()
  if (due.length === 0) return []
  const ids = due.map((row) => row._id)
  await outbox.updateMany(
    { _id: { $in: ids }, claimedUntil: { $lte: now } },
    { $set: { claimedUntil: new Date(now.getTime() + config.RELAY_CLAIM_MS), claimedBy: claim } },
  )
  return outbox
    .find({ _id: { $in: ids }, claimedBy: claim })
    .sort({ urgency: 1, _id: 1 })
    .toArray()
}

async function addToQueues({ queues, config }: RelayParts, rows: readonly OutboxRow[]): Promise<void> {
  const addressed = rows.flatMap((row) =>
    row.consumers.map((consumer) => ({ queue: eventQueueName(consumer, laneOfRow(row)), row })),
  )
  const byQueue = Map.groupBy(addressed, ({ queue }) => queue)
  await Promise.all(
    [...byQueue].map(([queue, own]) => {
      const events = own.map(({ row }) => envelopeOf(row))
      return queues.open(queue).addBulk(jobsFor(events, config))
    }),
  )
}
