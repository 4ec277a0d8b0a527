import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionEnded } from '#schema/events/session-ended.ts'
import { WorkItems } from '../../models/work-item.ts'
import { stopClocks } from '../sla/stop-clocks.ts'
import { beginWrapUp } from './begin-wrap-up.ts'
import { closeReservation } from './close-reservation.ts'
import { closeWork } from './close-work.ts'
import { workOfSession } from './work-of-session.ts'

/**
 * The contact is over. In an agent's hands it goes to wrap-up; before that the customer has left, and the item and
 * its offer are canceled, unless somebody is to call them back. Its clocks stop with it.
 */
export async function endSession(
  ctx: ServiceContext,
  { sessionId, answered, endedAt }: z.output<typeof sessionEnded.payload>,
  session: ClientSession,
): Promise<void> {
  const item = await workOfSession(ctx, sessionId, session)
  await WorkItems(ctx.db).updateOne({ _id: item._id }, { $set: { sessionEndedAt: endedAt } }, { session })
  const awaitsCallback = item.callback && !item.callback.takenAt
  if (item.status === 'ASSIGNED') await beginWrapUp(ctx, item, session)
  if (item.status === 'PARKED') await closeWork(ctx, item, 'COMPLETED', 'CUSTOMER_LEFT', session)
  if ((item.status === 'QUEUED' || item.status === 'RESERVED') && !awaitsCallback) {
    if (item.reservationId) await closeReservation(ctx, { _id: item.reservationId }, 'CANCELED', session)
    await closeWork(ctx, item, 'CANCELED', 'CUSTOMER_LEFT', session)
  }
  await stopClocks(ctx, item._id, answered ? 'ENDED' : 'LEFT', endedAt, session)
}
