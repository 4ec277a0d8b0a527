import { defineJob } from '#platform/jobs/define-job.ts'
import { checkClockReference } from '../services/sla/arm-clock.ts'
import { checkClock } from '../services/sla/check-clock.ts'

/** Wakes a clock at its warning and at its target. */
export const checkClockJob = defineJob({
  ...checkClockReference,
  concurrency: 8,
  run: (ctx, { appliedSlaId }) => checkClock(ctx, appliedSlaId),
})
