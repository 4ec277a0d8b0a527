import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Metrics } from '../metrics/create-metrics.ts'
import { type Lane, lanes } from '../queues/lanes.ts'
import { processWork, type Work } from '../queues/process-work.ts'
import { eventQueueName } from '../queues/queues.ts'
import { workerOptions } from '../queues/worker-options.ts'
import { createInGroups } from '../waiting/in-groups.ts'
import type { BatchContext, Consumer } from './consume.ts'
import type { Envelope } from './define-event.ts'
import { deliverEvents } from './deliver-events.ts'
import { eventsIn, jobAlone } from './event-jobs.ts'

/** What part of EVENT_BATCH makes a batch: fewer where an event must not wait for many others. */
const shares: Readonly<Record<Lane, number>> = { urgent: 0.2, prompt: 0.5, ordinary: 1, patient: 1 }

/** Batches that are taken out of the queue: one is being consumed, the next one is at hand. */
const batchesAtHand = 2

export interface ConsumerParts {
  ctx: BatchContext
  consumers: readonly Consumer[]
  connection: Redis
  metrics: Metrics
}

/** Works off this service's event queues, one for each lane, none of which waits for another. */
export function startConsumers(parts: ConsumerParts): Worker[] {
  return lanes.map((lane) => startLane(parts, lane))
}

/** Works off one lane in batches, each a transaction; events of one aggregate come one after another. */
function startLane({ ctx, consumers, connection, metrics }: ConsumerParts, lane: Lane): Worker {
  const maxSize = Math.max(1, Math.floor(ctx.config.EVENT_BATCH * shares[lane]))
  const deliver = createInGroups<Envelope<unknown>, void>({
    maxSize,
    keyOf: ({ aggregateId }) => aggregateId,
    run: (wires) => deliverEvents(ctx, consumers, wires),
  })
  const queueName = eventQueueName(ctx.name, lane)
  const work: Work = {
    kind: 'EVENT',
    keyOf: (job) => eventsIn(job.data)[0]?.id ?? String(job.id),
    async run(job) {
      const wires = eventsIn(job.data)
      // Its process died while it ran: alone, only the one that is to blame is given up in the end.
      if (wires.length > 1 && job.stalledCounter > 0) return sendAlone(ctx, queueName, wires)
      const results = await Promise.allSettled(wires.map(deliver))
      const failed: Array<Envelope<unknown>> = []
      for (const [at, wire] of wires.entries()) {
        const result = results[at]
        if (result?.status === 'rejected') {
          if (wires.length === 1) throw result.reason
          ctx.log.warn({ err: result.reason, type: wire.type, eventId: wire.id }, 'an event goes on alone')
          failed.push(wire)
        } else {
          const lagMs = Date.now() - Date.parse(String(wire.occurredAt))
          metrics.consumerLagSeconds.observe({ type: wire.type }, Math.max(0, lagMs) / 1_000)
        }
      }
      await sendAlone(ctx, queueName, failed)
    },
  }
  const worker = new Worker(queueName, processWork(ctx, metrics, work), {
    ...workerOptions(connection, ctx.config),
    concurrency: maxSize * batchesAtHand,
  })
  worker.on('error', (err) => ctx.log.warn({ err, queue: worker.name }, 'a worker has failed'))
  return worker
}

/** Has events be delivered anew, each by a job of its own: with its own tries, and its own dead letter. */
async function sendAlone(
  ctx: BatchContext,
  queueName: string,
  events: ReadonlyArray<Envelope<unknown>>,
): Promise<void> {
  if (events.length === 0) return
  await ctx.queues.open(queueName).addBulk(events.map((event) => jobAlone(event, ctx.config)))
}
