import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ClientSession } from 'mongoose'
import { Queues } from '../../models/queue.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { armExpiry } from './arm-expiry.ts'
import { changePresence } from '../agents/change-presence.ts'
import { closeReservation } from './close-reservation.ts'
import { requeueWork } from './requeue-work.ts'
import { storeClock } from '../store-clock.ts'

/**
 * Times a pending reservation out when its instant has passed by the store's clock; early, it arms it again. The work
 * item goes to the next agent. Who misses a call or a chat is set away, or the next customer would wait for nobody;
 * unless the queue keeps them.
 * @returns whether it was timed out by this call
 */
export async function expireReservation(ctx: ServiceContext, reservationId: string): Promise<boolean> {
  const at = await storeClock(ctx)
  const expired = await ctx.transaction(async (session) => {
    const where = { _id: reservationId, expiresAt: { $lte: at } }
    const reservation = await closeReservation(ctx, where, 'TIMED_OUT', session)
    if (!reservation) return false
    await requeueWork(ctx, reservation, 'TIMED_OUT', session)
    if (await setsAway(ctx, reservation, session)) {
      await changePresence(ctx, reservation.agentId, { status: 'AWAY', missedOffer: true }, session)
    }
    return true
  })
  if (!expired) {
    const pending = await Reservations(ctx.db).findOne({ _id: reservationId, status: 'PENDING' }).lean()
    if (pending) await armExpiry(ctx, pending)
  }
  return expired
}

async function setsAway(
  ctx: ServiceContext,
  { mediaType, queueId }: ReservationRecord,
  session: ClientSession,
): Promise<boolean> {
  if (mediaType !== 'VOICE' && mediaType !== 'CHAT') return false
  const queue = await Queues(ctx.db).findById(queueId, { whenOfferMissed: 1 }).session(session).lean()
  return queue?.whenOfferMissed !== 'KEEP'
}
