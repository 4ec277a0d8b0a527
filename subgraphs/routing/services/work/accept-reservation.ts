import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationNotPending } from '../../errors.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { acceptPending } from './accept-pending.ts'

/**
 * Turns a pending reservation into an accepted one. Of an accept and a time-out that race, the first write wins.
 * @throws RESERVATION_NOT_PENDING when it was already decided; NOT_FOUND when it is not this agent's
 */
export async function acceptReservation(
  ctx: ServiceContext,
  reservationId: string,
  agentId: string,
): Promise<ReservationRecord> {
  return ctx.transaction(async (session) => {
    const accepted = await acceptPending(ctx, reservationId, agentId, 'ACCEPTED', session)
    if (accepted) return accepted
    const theirs = await Reservations(ctx.db).exists({ _id: reservationId, agentId }).session(session)
    throw theirs
      ? reservationNotPending({ reservationId })
      : notFound({ kind: 'Reservation', id: reservationId })
  })
}
