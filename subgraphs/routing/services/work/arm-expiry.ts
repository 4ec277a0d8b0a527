import type { ClientSession } from 'mongoose'
import { z } from 'zod'
import type { JobReference } from '#platform/jobs/job-reference.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ReservationRecord } from '../../models/reservation.ts'

const payload = z.object({ reservationId: z.string() })

/** The job that looks whether an offer has run out. */
export const expireReservationReference: JobReference<typeof payload> = {
  name: 'expire-reservation',
  payload,
  key: ({ reservationId }) => reservationId,
}

/** Has somebody look at an offer when it runs out. */
export async function armExpiry(
  ctx: ServiceContext,
  { _id, expiresAt }: Pick<ReservationRecord, '_id' | 'expiresAt'>,
  session?: ClientSession,
): Promise<void> {
  await ctx.enqueue(expireReservationReference, { reservationId: _id }, { runAt: expiresAt, session })
}
