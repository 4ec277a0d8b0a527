import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type OfferRecord, Offers } from '../models/offer.ts'

/** What an event tells of an offer; of several the earliest counts. */
export interface OfferChange {
  reservationId: string
  sessionId: string
  queueId: string
  agentId: string
  earliest: Partial<Pick<OfferRecord, 'createdAt' | 'acceptedAt' | 'closed'>>
  at: Date
}

/** Writes what an event tells of an offer, in one statement; its events may come in any order and twice. */
export async function changeOffer(
  ctx: ServiceContext,
  { reservationId, sessionId, queueId, agentId, earliest, at }: OfferChange,
  session: ClientSession,
): Promise<void> {
  await Offers(ctx.db).updateOne(
    { _id: reservationId },
    { $set: { sessionId, queueId, agentId }, $min: earliest, $max: { lastAt: at } },
    { session, upsert: true },
  )
}
