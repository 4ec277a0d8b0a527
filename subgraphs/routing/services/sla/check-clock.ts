import type { ServiceContext } from '#platform/service/service-context.ts'
import { runningSlaStatuses } from '../../models/applied-sla.ts'
import { advanceClocks } from './advance-clocks.ts'
import { armClock } from './arm-clock.ts'

/** Looks at one clock because a job woke; too early, or with the target still to come, it arms the clock again. */
export async function checkClock(ctx: ServiceContext, appliedSlaId: string): Promise<void> {
  const running: readonly string[] = runningSlaStatuses
  for (const clock of await advanceClocks(ctx, [appliedSlaId])) {
    if (running.includes(clock.status)) await armClock(ctx, clock)
  }
}
