import { defineJob } from '#platform/jobs/define-job.ts'
import { wakeReference } from '../services/timers/arm-wake.ts'
import { wakeBucket } from '../services/timers/wake-bucket.ts'

/** Does what has come due in a bucket of time: SLA warnings and breaches, and offers that ran out. */
export const wakeJob = defineJob({
  ...wakeReference,
  concurrency: 4,
  run: (ctx, { bucket }) => wakeBucket(ctx, bucket),
})
