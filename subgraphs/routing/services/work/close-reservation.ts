import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import type { ReservationStatus } from '#schema/events/vocabulary.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { announceChange } from '../announce-change.ts'
import { recordRouting } from '../log/record-routing.ts'
import { released } from '../log/released.ts'

/** How a reservation may end, by where it stood. */
const endsFrom = {
  REJECTED: ['PENDING'],
  TIMED_OUT: ['PENDING'],
  CANCELED: ['PENDING'],
  RESCINDED: ['PENDING', 'ACCEPTED'],
  COMPLETED: ['ACCEPTED', 'WRAPPING'],
} as const satisfies Partial<Record<ReservationStatus, readonly ReservationStatus[]>>

/**
 * Ends a live reservation by one conditional write, and gives its weight back to the agent. Of two ends that race, or
 * of an end and an accept, the first write wins.
 * @param where the reservation's id, and what else has to hold of it
 * @returns null when it did not stand where this end begins
 */
export async function closeReservation(
  ctx: ServiceContext,
  where: { _id: string; agentId?: string; expiresAt?: { $lte: Date } },
  status: keyof typeof endsFrom,
  session: ClientSession,
): Promise<ReservationRecord | null> {
  const now = ctx.now()
  // When it was accepted stays, whatever becomes of it later.
  const decided = status === 'COMPLETED' ? {} : { decidedAt: { $ifNull: ['$decidedAt', now] } }
  const reservation = await Reservations(ctx.db)
    .findOneAndUpdate(
      { ...where, status: { $in: endsFrom[status] } },
      [{ $set: { status, closedAt: now, ...decided } }],
      { session, returnDocument: 'after', updatePipeline: true },
    )
    .lean()
  if (!reservation) return null
  const { _id: reservationId, workItemId, sessionId, mediaType, queueId, agentId, weight } = reservation
  await Agents(ctx.db).updateOne(
    { _id: agentId },
    { $inc: { free: weight }, $set: { idleSince: now } },
    { session },
  )
  await recordRouting(ctx, session, {
    at: now,
    kind: 'RELEASED',
    reason: status,
    workItemId,
    agentId,
    queueId,
    reservationId,
    command: released(reservation),
  })
  await ctx.emit(
    reservationClosed,
    { reservationId, workItemId, sessionId, mediaType, queueId, agentId, status, closedAt: now },
    session,
    3,
  )
  announceChange(ctx, session, { agentId })
  return reservation
}
