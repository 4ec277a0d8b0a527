import type { ClientSession } from 'mongoose'
import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import { armExpiry } from '../work/arm-expiry.ts'
import type { Offer } from '../core/routing-state.ts'
import { type RoutingEntry, recordRouting } from '../log/record-routing.ts'
import { fence } from './fence.ts'
import type { Lease } from './hold-lease.ts'

/** An offer, and how long it stays with its agent. */
export interface TimedOffer extends Offer {
  timeoutMs: number
}

/**
 * Writes the core's offers as reservations, in one transaction for the batch under the leader's epoch. What has
 * changed since the core looked (the agent left, the customer hung up) is left out. When the batch fails as a whole,
 * each offer is tried alone, so that one that can not be written keeps no other back.
 * @throws LEASE_LOST when another process leads by now; nothing is written then
 */
export async function commitOffers(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly TimedOffer[],
  at: Date,
): Promise<ReservationRecord[]> {
  if (offers.length === 0) return []
  try {
    return await writeOffers(ctx, lease, offers, at)
  } catch (err) {
    if (hasCode(err, 'LEASE_LOST')) throw err
    if (offers.length === 1) {
      ctx.log.error({ err, workItemId: offers[0]?.workItemId }, 'an offer could not be written')
      return []
    }
    const alone: ReservationRecord[] = []
    for (const offer of offers) alone.push(...(await commitOffers(ctx, lease, [offer], at)))
    return alone
  }
}

async function writeOffers(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly TimedOffer[],
  at: Date,
): Promise<ReservationRecord[]> {
  return ctx.transaction(async (session) => {
    await fence(ctx, lease, session)
    const made: ReservationRecord[] = []
    const entries: RoutingEntry[] = []
    for (const offer of offers) {
      const reservation = await writeOffer(ctx, offer, at, session)
      if (!reservation) continue
      made.push(reservation)
      const { _id: reservationId, workItemId, agentId, queueId, mediaType, weight } = reservation
      entries.push({
        at,
        kind: 'OFFERED',
        reason: offer.reason,
        workItemId,
        agentId,
        queueId,
        reservationId,
        epoch: lease.epoch,
        command: { kind: 'RESERVED', workItemId, agentId, queueId, mediaType, weight, reservationId },
      })
    }
    await Reservations(ctx.db).insertMany(made, { session })
    await recordRouting(ctx, session, ...entries)
    for (const reservation of made) {
      const {
        _id: reservationId,
        workItemId,
        sessionId,
        mediaType,
        queueId,
        agentId,
        createdAt,
      } = reservation
      await ctx.emit(
        reservationCreated,
        { reservationId, workItemId, sessionId, mediaType, queueId, agentId, createdAt },
        session,
        1,
      )
      armExpiry(ctx, reservation, session)
      announceChange(ctx, session, { agentId })
    }
    return made
  })
}

/** Takes the agent's capacity and the item, both only if they are still to be had. */
async function writeOffer(
  ctx: ServiceContext,
  { workItemId, agentId, weight, timeoutMs }: TimedOffer,
  at: Date,
  session: ClientSession,
): Promise<ReservationRecord | null> {
  const reservationId = newId()
  const agent = await Agents(ctx.db)
    .findOneAndUpdate(
      { _id: agentId, presence: 'AVAILABLE', free: { $gte: weight } },
      { $inc: { free: -weight }, $set: { idleSince: at } },
      { session, projection: { idleSince: 1 }, returnDocument: 'before' },
    )
    .lean()
  if (!agent) return null
  const item = await WorkItems(ctx.db)
    .findOneAndUpdate(
      { _id: workItemId, status: 'QUEUED' },
      { $set: { status: 'RESERVED', reservationId }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (!item) {
    await Agents(ctx.db).updateOne(
      { _id: agentId },
      { $inc: { free: weight }, $set: { idleSince: agent.idleSince } },
      { session },
    )
    return null
  }
  return {
    _id: reservationId,
    workItemId,
    sessionId: item.sessionId,
    queueId: item.queueId,
    agentId,
    mediaType: item.mediaType,
    weight,
    status: 'PENDING',
    createdAt: at,
    expiresAt: new Date(at.getTime() + timeoutMs),
  }
}
