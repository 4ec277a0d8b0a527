import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationNotPending } from '../../errors.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { closeReservation } from './close-reservation.ts'
import { requeueWork } from './requeue-work.ts'

/**
 * Turns a pending reservation down; its work item goes to the next agent.
 * @throws RESERVATION_NOT_PENDING when it was already decided; NOT_FOUND when it is not this agent's
 */
export async function rejectReservation(
  ctx: ServiceContext,
  reservationId: string,
  agentId: string,
): Promise<ReservationRecord> {
  return ctx.transaction(async (session) => {
    const rejected = await closeReservation(ctx, { _id: reservationId, agentId }, 'REJECTED', session)
    if (rejected) {
      await requeueWork(ctx, rejected, 'REJECTED', session)
      return rejected
    }
    const theirs = await Reservations(ctx.db).exists({ _id: reservationId, agentId }).session(session)
    throw theirs
      ? reservationNotPending({ reservationId })
      : notFound({ kind: 'Reservation', id: reservationId })
  })
}
