import type { ServiceContext } from '../service/service-context.ts'
import type { Transactions } from '../service/transactions.ts'
import { createInGroups } from '../waiting/in-groups.ts'
import { enqueueJobs, type WaitingJob, waitingJob } from './enqueue-jobs.ts'

const enqueued = Symbol('enqueued')

/** Jobs of one call at most, where they come one by one. */
const maxSize = 100

/**
 * Makes `ctx.enqueue`: jobs that belong to one transaction reach their queues together, after its commit; others
 * together with those that come at the same time.
 */
export function createEnqueue(
  ctx: Pick<ServiceContext, 'name' | 'config' | 'queues' | 'now'> & { transactions: Transactions },
): ServiceContext['enqueue'] {
  const { transactions } = ctx
  const enqueueNow = createInGroups<WaitingJob, void>({
    maxSize,
    async run(jobs) {
      await enqueueJobs(ctx, jobs)
      return jobs.map(() => ({ status: 'fulfilled', value: undefined }))
    },
  })
  return async (job, payload, options) => {
    const waiting = waitingJob(ctx, job, payload, options)
    const session = options?.session
    if (!session) return enqueueNow(waiting)
    const jobs = transactions.gathered(session, enqueued, () => {
      const gathered: WaitingJob[] = []
      transactions.afterCommit(session, () => enqueueJobs(ctx, gathered))
      return gathered
    })
    jobs.push(waiting)
  }
}
