import type { ClientSession } from 'mongoose'
import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { Agents } from '../../models/agent.ts'
import { type ReservationRecord, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { announceChange } from '../announce-change.ts'
import type { OfferDecision } from '../core/decision.ts'
import { recordRouting } from '../log/record-routing.ts'
import { reserved } from '../log/reserved.ts'
import { armExpiry } from '../work/arm-expiry.ts'
import { fence } from './fence.ts'
import type { Lease } from './hold-lease.ts'
import { type OfferFacts, readOfferFacts } from './read-offer-facts.ts'
import { sortOutOffers } from './sort-out-offers.ts'

/** What became of a batch. */
export interface Committed {
  made: ReservationRecord[]
  /** Agents or contacts that had changed: nothing of these offers is in the store. */
  refused: OfferDecision[]
  /** Offers that could not be written for another reason, which the log of the process names. */
  failed: OfferDecision[]
}

/** Rows that somebody else writes to may make a transaction begin anew; more often than this, others must not wait. */
const maxAttempts = 4

/**
 * Writes the core's offers as reservations under the leader's epoch: the whole batch in one transaction of a few
 * statements, each row by a condition. Where a row had changed, the batch is sorted out and the rest written; where it
 * fails otherwise, it is halved, so that one that can not be written keeps no other back.
 * @param at the store's time
 * @throws LEASE_LOST when another process leads by now; nothing is written then
 */
export async function commitOffers(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly OfferDecision[],
  at: Date,
): Promise<Committed> {
  if (offers.length === 0) return { made: [], refused: [], failed: [] }
  const facts = await readOfferFacts(ctx, offers)
  return commitSorted(ctx, lease, offers, facts, at)
}

async function commitSorted(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly OfferDecision[],
  facts: OfferFacts,
  at: Date,
): Promise<Committed> {
  const { possible, refused } = sortOutOffers(offers, facts)
  if (possible.length === 0) return { made: [], refused, failed: [] }
  try {
    const made = await writeOffers(ctx, lease, possible, facts, at)
    if (made) return { made, refused, failed: [] }
  } catch (err) {
    if (hasCode(err, 'LEASE_LOST')) throw err
    if (possible.length === 1) {
      ctx.log.error({ err, workItemId: possible[0]?.workItemId }, 'an offer could not be written')
      return { made: [], refused, failed: [...possible] }
    }
  }
  const middle = possible.length === 1 ? 1 : possible.length >> 1
  const result: Committed = { made: [], refused, failed: [] }
  for (const part of [possible.slice(0, middle), possible.slice(middle)]) {
    const { made, refused: late, failed } = await commitOffers(ctx, lease, part, at)
    result.made.push(...made)
    result.refused.push(...late)
    result.failed.push(...failed)
  }
  return result
}

/** @returns null when a row had changed since it was read: nothing is written */
async function writeOffers(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly OfferDecision[],
  facts: OfferFacts,
  at: Date,
): Promise<ReservationRecord[] | null> {
  const made = offers.map((offer): ReservationRecord => {
    const { workItemId, agentId, queueId, mediaType, weight } = offer
    const { sessionId, timeoutMs } = facts.of(offer)
    const expiresAt = new Date(at.getTime() + timeoutMs)
    const live = { kind: 'PRIMARY', status: 'PENDING', createdAt: at, expiresAt } as const
    return { _id: newId(), workItemId, sessionId, queueId, agentId, mediaType, weight, ...live }
  })
  let attempts = 0
  try {
    await ctx.transaction(async (session) => {
      attempts += 1
      if (attempts > maxAttempts) throw new Error('somebody else keeps writing to these rows')
      await fence(ctx, lease, session)
      await takeAgents(ctx, offers, at, session)
      await takeItems(ctx, offers, made, session)
      await Reservations(ctx.db).insertMany(made, { session, lean: true })
      await tell(ctx, lease, offers, made, session)
    })
  } catch (err) {
    if (err instanceof RowChanged) return null
    throw err
  }
  return made
}

class RowChanged extends Error {}

/** Takes the weight of each agent's offers at once, if they are still available and have that room. */
async function takeAgents(
  ctx: ServiceContext,
  offers: readonly OfferDecision[],
  at: Date,
  session: ClientSession,
): Promise<void> {
  const weights = new Map<string, number>()
  for (const { agentId, weight } of offers) weights.set(agentId, (weights.get(agentId) ?? 0) + weight)
  const { matchedCount } = await Agents(ctx.db).collection.bulkWrite(
    Array.from(weights, ([_id, weight]) => ({
      updateOne: {
        filter: { _id: _id as never, presence: 'AVAILABLE', free: { $gte: weight } },
        update: { $inc: { free: -weight }, $set: { idleSince: at } },
      },
    })),
    { session },
  )
  if (matchedCount !== weights.size) throw new RowChanged()
}

/** Takes the items, if they still stand as the core knew them. */
async function takeItems(
  ctx: ServiceContext,
  offers: readonly OfferDecision[],
  made: readonly ReservationRecord[],
  session: ClientSession,
): Promise<void> {
  const { matchedCount } = await WorkItems(ctx.db).collection.bulkWrite(
    offers.map(({ workItemId, version }, n) => ({
      updateOne: {
        filter: { _id: workItemId as never, status: 'QUEUED', version },
        update: { $set: { status: 'RESERVED', reservationId: made[n]?._id }, $inc: { version: 1 } },
      },
    })),
    { session },
  )
  if (matchedCount !== offers.length) throw new RowChanged()
}

async function tell(
  ctx: ServiceContext,
  lease: Lease,
  offers: readonly OfferDecision[],
  made: readonly ReservationRecord[],
  session: ClientSession,
): Promise<void> {
  await recordRouting(
    ctx,
    session,
    ...made.map((reservation, n) => {
      const decision = offers[n] as OfferDecision
      const { _id: reservationId, workItemId, agentId, queueId, createdAt } = reservation
      return {
        at: createdAt,
        kind: 'OFFERED' as const,
        reason: decision.rule,
        ...{ workItemId, agentId, queueId, reservationId },
        epoch: lease.epoch,
        command: reserved(reservation, decision.version + 1),
        decision,
      }
    }),
  )
  for (const reservation of made) {
    const { _id: reservationId, workItemId, sessionId, mediaType, queueId, agentId, createdAt } = reservation
    const payload = { reservationId, workItemId, sessionId, mediaType, queueId, agentId, createdAt }
    await ctx.emit(reservationCreated, payload, session, 1)
    armExpiry(ctx, reservation, session)
  }
  for (const agentId of new Set(made.map((reservation) => reservation.agentId))) {
    announceChange(ctx, session, { agentId })
  }
}
