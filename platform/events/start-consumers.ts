import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Metrics } from '../metrics/create-metrics.ts'
import { processWork, type Work } from '../queues/process-work.ts'
import { eventQueueName } from '../queues/queues.ts'
import { workerOptions } from '../queues/worker-options.ts'
import type { ServiceContext } from '../service/service-context.ts'
import { createInOrder } from '../waiting/in-order.ts'
import type { Consumer } from './consume.ts'
import type { Envelope } from './define-event.ts'
import { deliverEvent } from './deliver-event.ts'

/** Events of different aggregates that one process consumes at the same time. */
const concurrency = 16

export interface ConsumerParts {
  ctx: ServiceContext
  /** The context in which what a consumer emits names its cause. */
  causedBy(eventId: string): ServiceContext
  consumers: readonly Consumer[]
  connection: Redis
  metrics: Metrics
}

/** Works off this service's event queue: events of one aggregate one after another, others side by side. */
export function startConsumers({ ctx, causedBy, consumers, connection, metrics }: ConsumerParts): Worker {
  const inOrder = createInOrder()
  const work: Work = {
    kind: 'EVENT',
    keyOf: (job) => (job.data as Envelope<unknown>).id,
    async run(job) {
      const wire = job.data as Envelope<unknown>
      const envelope = await inOrder(wire.aggregateId, () => deliverEvent(causedBy(wire.id), consumers, wire))
      metrics.consumerLagSeconds.observe(
        { type: envelope.type },
        Math.max(0, Date.now() - envelope.occurredAt.getTime()) / 1_000,
      )
    },
  }
  const worker = new Worker(eventQueueName(ctx.name), processWork(ctx, metrics, work), {
    ...workerOptions(connection, ctx.config),
    concurrency,
  })
  worker.on('error', (err) => ctx.log.warn({ err, queue: worker.name }, 'a worker has failed'))
  return worker
}
