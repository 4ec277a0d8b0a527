import { defineJob } from '#platform/jobs/define-job.ts'
import { expireReservationReference } from '../services/work/arm-expiry.ts'
import { expireReservation } from '../services/work/expire-reservation.ts'

/** Wakes when an offer runs out. */
export const expireReservationJob = defineJob({
  ...expireReservationReference,
  concurrency: 8,
  run: (ctx, { reservationId }) => expireReservation(ctx, reservationId),
})
