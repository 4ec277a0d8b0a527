import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ClientSession } from 'mongoose'
import { Queues } from '../../models/queue.ts'
import type { ReservationRecord } from '../../models/reservation.ts'
import { changePresence } from '../agents/change-presence.ts'
import { closeReservation } from './close-reservation.ts'
import { requeueWork } from './requeue-work.ts'
import { storeClock } from '../store-clock.ts'

/**
 * Times a pending reservation out when its instant has passed by the store's clock, and does nothing early. The work
 * item goes to the next agent. Who misses a call or a chat is set away, or the next customer would wait for nobody;
 * unless the queue keeps them.
 * @returns whether it was timed out by this call
 */
export async function expireReservation(ctx: ServiceContext, reservationId: string): Promise<boolean> {
  const at = await storeClock(ctx)
  return ctx.transaction(async (session) => {
    const where = { _id: reservationId, expiresAt: { $lte: at } }
    const reservation = await closeReservation(ctx, where, 'TIMED_OUT', session)
    if (!reservation) return false
    await requeueWork(ctx, reservation, 'TIMED_OUT', session)
    if (await setsAway(ctx, reservation, session)) {
      await changePresence(ctx, reservation.agentId, { status: 'AWAY', reason: 'MISSED_OFFER' }, session)
    }
    return true
  })
}

async function setsAway(
  ctx: ServiceContext,
  { kind, mediaType, queueId }: ReservationRecord,
  session: ClientSession,
): Promise<boolean> {
  // Who is only asked for advice keeps no customer waiting.
  if (kind === 'CONSULT' || (mediaType !== 'VOICE' && mediaType !== 'CHAT')) return false
  const queue = await Queues(ctx.db).findById(queueId, { whenOfferMissed: 1 }).session(session).lean()
  return queue?.whenOfferMissed !== 'KEEP'
}
