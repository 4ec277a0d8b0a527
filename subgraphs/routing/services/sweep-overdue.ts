import type { ServiceContext } from '#platform/service/service-context.ts'
import { storeClock } from './store-clock.ts'
import { doDue } from './timers/do-due.ts'

const ever = new Date(0)

/**
 * Does what the jobs should have done: warns, breaches and times out whatever is overdue by the store's clock. It
 * makes up for jobs that were lost with a process or a store.
 * @param graceMs what is overdue by less is left to the job that may be at it
 */
export async function sweepOverdue(ctx: ServiceContext, graceMs = 0): Promise<void> {
  const at = await storeClock(ctx)
  await doDue(ctx, ever, new Date(at.getTime() - graceMs + 1))
}
