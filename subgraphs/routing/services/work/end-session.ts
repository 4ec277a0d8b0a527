import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionEnded } from '#schema/events/session-ended.ts'
import { Reservations } from '../../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { closeReservation } from './close-reservation.ts'
import { closeWork } from './close-work.ts'
import { recordRouting } from '../log/record-routing.ts'
import { stopClocks } from '../sla/stop-clocks.ts'
import { workOfSession } from './work-of-session.ts'

/**
 * The contact is over. In an agent's hands it goes to wrap-up; before that the customer has left, and the item and
 * its offer are canceled. Its clocks stop with it.
 */
export async function endSession(
  ctx: ServiceContext,
  { sessionId, answered, endedAt }: z.output<typeof sessionEnded.payload>,
  session: ClientSession,
): Promise<void> {
  const item = await workOfSession(ctx, sessionId, session)
  if (item.status === 'ASSIGNED') await beginWrapUp(ctx, item, session)
  if (item.status === 'QUEUED' || item.status === 'RESERVED') {
    if (item.reservationId) await closeReservation(ctx, { _id: item.reservationId }, 'CANCELED', session)
    await closeWork(ctx, item, 'CANCELED', 'CUSTOMER_LEFT', session)
  }
  await stopClocks(ctx, item._id, answered ? 'ENDED' : 'LEFT', endedAt, session)
}

async function beginWrapUp(ctx: ServiceContext, item: WorkItemRecord, session: ClientSession): Promise<void> {
  await WorkItems(ctx.db).updateOne(
    { _id: item._id },
    { $set: { status: 'WRAPPING' }, $inc: { version: 1 } },
    { session },
  )
  const { _id: workItemId, queueId, reservationId } = item
  await recordRouting(ctx, session, {
    kind: 'WRAPPING',
    reason: 'SESSION_ENDED',
    workItemId,
    queueId,
    reservationId,
  })
  announceChange(ctx, session)
  // Answered outside of routing: there is no reservation, and an undefined id would match any.
  if (!item.reservationId) return
  const reservation = await Reservations(ctx.db)
    .findOneAndUpdate(
      { _id: item.reservationId, status: 'ACCEPTED' },
      { $set: { status: 'WRAPPING' } },
      { session, returnDocument: 'after' },
    )
    .lean()
  announceChange(ctx, session, { agentId: reservation?.agentId })
}
