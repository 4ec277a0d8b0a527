import type { z } from 'zod'
import { jobQueueName } from '../queues/queues.ts'
import type { EnqueueOptions, ServiceContext } from '../service/service-context.ts'
import type { JobReference } from './job-reference.ts'

/** Adds a job to its queue; see `ServiceContext.enqueue`. */
export async function enqueueJob<P extends z.ZodType>(
  ctx: Pick<ServiceContext, 'name' | 'config' | 'queues' | 'now'>,
  job: JobReference<P>,
  payload: z.input<P>,
  { delayMs, runAt }: EnqueueOptions = {},
): Promise<void> {
  const parsed = job.payload.parse(payload)
  const delay = Math.max(0, runAt ? runAt.getTime() - ctx.now().getTime() : (delayMs ?? 0))
  await ctx.queues.open(jobQueueName(ctx.name, job.name)).add(job.name, payload, {
    delay,
    // At most one runs and one waits for each key; a delayed one is replaced by its successor.
    deduplication: { id: dedupeId(job.key(parsed)), replace: true, keepLastIfActive: true },
    attempts: job.attempts ?? 5,
    backoff: { type: 'exponential', delay: ctx.config.RETRY_BACKOFF_MS, jitter: 0.2 },
    removeOnComplete: true,
    removeOnFail: true,
  })
}

/** Key of a job in Valkey; ':' separates the parts of BullMQ's own keys. */
function dedupeId(key: string): string {
  return key.replaceAll('%', '%25').replaceAll(':', '%3A')
}
