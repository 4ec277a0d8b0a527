import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { DeliveryRefused } from '../events/delivery-refused.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import { processWork, type Work } from '../queues/process-work.ts'
import { jobQueueName } from '../queues/queues.ts'
import { workerOptions } from '../queues/worker-options.ts'
import type { ServiceContext } from '../service/service-context.ts'
import type { JobDefinition } from './define-job.ts'

/** Works off the queue of one kind of job. */
export function runJobs(
  ctx: ServiceContext,
  job: JobDefinition,
  connection: Redis,
  metrics: Metrics,
): Worker {
  const work: Work = {
    kind: 'JOB',
    keyOf: ({ data, id }) => {
      const parsed = job.payload.safeParse(data)
      return parsed.success ? job.key(parsed.data) : (id ?? '')
    },
    async run({ data }) {
      const parsed = job.payload.safeParse(data)
      if (!parsed.success) throw new DeliveryRefused(`the payload is wrong: ${z.prettifyError(parsed.error)}`)
      await job.run(ctx, parsed.data)
    },
  }
  const worker = new Worker(jobQueueName(ctx.name, job.name), processWork(ctx, metrics, work), {
    ...workerOptions(connection, ctx.config),
    concurrency: job.concurrency ?? 1,
  })
  worker.on('error', (err) => ctx.log.warn({ err, queue: worker.name }, 'a worker has failed'))
  return worker
}
