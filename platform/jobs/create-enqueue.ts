import type { ServiceContext } from '../service/service-context.ts'
import type { Transactions } from '../service/transactions.ts'
import { enqueueJobs, type WaitingJob, waitingJob } from './enqueue-jobs.ts'

const enqueued = Symbol('enqueued')

/** Makes `ctx.enqueue`: jobs that belong to one transaction reach their queues together, after its commit. */
export function createEnqueue(
  ctx: Pick<ServiceContext, 'name' | 'config' | 'queues' | 'now'> & { transactions: Transactions },
): ServiceContext['enqueue'] {
  const { transactions } = ctx
  return async (job, payload, options) => {
    const waiting = waitingJob(ctx, job, payload, options)
    const session = options?.session
    if (!session) return enqueueJobs(ctx, [waiting])
    const jobs = transactions.gathered(session, enqueued, () => {
      const gathered: WaitingJob[] = []
      transactions.afterCommit(session, () => enqueueJobs(ctx, gathered))
      return gathered
    })
    jobs.push(waiting)
  }
}
