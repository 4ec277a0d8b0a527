import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { closeReservation } from './close-reservation.ts'
import { closeWork } from './close-work.ts'
import { workOfSession } from './work-of-session.ts'

/** The agent finished after-contact work: the item is done, and their capacity is free for the next contact. */
export async function wrapUpSession(
  ctx: ServiceContext,
  { sessionId }: z.output<typeof sessionWrappedUp.payload>,
  session: ClientSession,
): Promise<void> {
  const item = await workOfSession(ctx, sessionId, session)
  if (item.status === 'COMPLETED' || item.status === 'CANCELED') return
  if (item.reservationId) {
    // An offer that nobody took can not be completed: somebody else wrote the contact up.
    const end = item.status === 'RESERVED' ? 'RESCINDED' : 'COMPLETED'
    await closeReservation(ctx, { _id: item.reservationId }, end, session)
  }
  await closeWork(ctx, item, 'COMPLETED', 'WRAPPED_UP', session)
}
