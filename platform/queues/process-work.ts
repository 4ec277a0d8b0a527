import { DelayedError, type Job, type Processor, UnrecoverableError } from 'bullmq'
import { type DeadLetter, keepDeadLetter } from '../events/dead-letters.ts'
import { DeliveryRefused } from '../events/delivery-refused.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { ServiceContext } from '../service/service-context.ts'

export interface Work {
  kind: DeadLetter['kind']
  /** Identifies the work itself: the same when it is replayed. */
  keyOf(job: Job): string
  run(job: Job): Promise<unknown>
}

/** When a dead letter can not be kept (its store is away), the work waits this long and goes on. */
const keepRetryMs = 15_000

/** Work whose process died this often while it ran is taken for the cause. */
const maxDeaths = 10

/**
 * A BullMQ processor that never drops work: what has failed for the last time goes to the dead letters, and if that
 * fails too it stays in its queue.
 */
export function processWork(ctx: ServiceContext, metrics: Metrics, work: Work): Processor {
  return async (job, token) => {
    try {
      if (job.stalledCounter > maxDeaths) throw new DeliveryRefused(`its process died ${maxDeaths} times`)
      return await work.run(job)
    } catch (error) {
      const refused = error instanceof DeliveryRefused
      const attempt = job.attemptsMade + 1
      const last = refused || attempt >= (job.opts.attempts ?? 1)
      metrics.workFailures.inc({ kind: work.kind, name: job.name })
      ctx.log.warn({ err: error, job: job.name, jobId: job.id, attempt, last }, 'work has failed')
      if (!last) throw error
      try {
        await giveUp(ctx, metrics, work, job, error, attempt)
      } catch (err) {
        ctx.log.error(
          { err, job: job.name, jobId: job.id },
          'a dead letter could not be kept; the work waits',
        )
        await job.moveToDelayed(Date.now() + keepRetryMs, token)
        throw new DelayedError()
      }
      throw new UnrecoverableError('kept as a dead letter')
    }
  }
}

async function giveUp(
  ctx: ServiceContext,
  metrics: Metrics,
  work: Work,
  job: Job,
  error: unknown,
  attempts: number,
): Promise<void> {
  await keepDeadLetter(ctx, {
    kind: work.kind,
    source: job.name,
    queue: job.queueName,
    data: job.data,
    key: `${work.kind}/${job.name}/${work.keyOf(job)}`,
    attempts,
    error,
  })
  metrics.deadLetters.inc({ kind: work.kind, name: job.name })
}
