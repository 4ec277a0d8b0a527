import type { ClientSession } from 'mongoose'
import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { AppliedSlaRecord } from '../../models/applied-sla.ts'

const payload = z.object({ appliedSlaId: z.string() })

/** The job that looks at one clock. One waits for each: arming anew moves it. */
export const checkClockReference: JobReference<typeof payload> = {
  name: 'check-clock',
  payload,
  key: ({ appliedSlaId }) => appliedSlaId,
}

/** Has somebody look at a running clock when it next may have something to say: the warning, then the target. */
export async function armClock(
  ctx: ServiceContext,
  clock: Pick<AppliedSlaRecord, '_id' | 'status' | 'warnAt' | 'dueAt'>,
  session?: ClientSession,
): Promise<void> {
  const runAt = clock.status === 'ACTIVE' ? clock.warnAt : clock.dueAt
  await ctx.enqueue(checkClockReference, { appliedSlaId: clock._id }, { runAt, session })
}
