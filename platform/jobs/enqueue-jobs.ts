import type { z } from 'zod'
import { jobQueueName } from '../queues/queues.ts'
import type { EnqueueOptions, ServiceContext } from '../service/service-context.ts'
import type { JobReference } from './job-reference.ts'

/** A job on its way to its queue. */
export interface WaitingJob {
  queue: string
  name: string
  data: unknown
  opts: object
}

/** A job as its queue takes it; see `ServiceContext.enqueue`. @throws ZodError when the payload is not the job's */
export function waitingJob<P extends z.ZodType>(
  ctx: Pick<ServiceContext, 'name' | 'config' | 'now'>,
  job: JobReference<P>,
  payload: z.input<P>,
  { delayMs, runAt }: EnqueueOptions = {},
): WaitingJob {
  const parsed = job.payload.parse(payload)
  const delay = Math.max(0, runAt ? runAt.getTime() - ctx.now().getTime() : (delayMs ?? 0))
  return {
    queue: jobQueueName(ctx.name, job.name),
    name: job.name,
    data: payload,
    opts: {
      delay,
      // At most one runs and one waits for each key; a delayed one is replaced by its successor.
      deduplication: { id: dedupeId(job.key(parsed)), replace: true, keepLastIfActive: true },
      attempts: job.attempts ?? 5,
      backoff: { type: 'exponential', delay: ctx.config.RETRY_BACKOFF_MS, jitter: 0.2 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  }
}

/** Adds jobs to their queues, those of one queue by one call and in their order. */
export async function enqueueJobs(
  { queues }: Pick<ServiceContext, 'queues'>,
  jobs: readonly WaitingJob[],
): Promise<void> {
  const byQueue = Map.groupBy(jobs, ({ queue }) => queue)
  await Promise.all([...byQueue].map(([queue, waiting]) => queues.open(queue).addBulk(waiting)))
}

/** Key of a job in Valkey; ':' separates the parts of BullMQ's own keys. */
function dedupeId(key: string): string {
  return key.replaceAll('%', '%25').replaceAll(':', '%3A')
}
