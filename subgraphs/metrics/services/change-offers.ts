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

/** Writes what events tell of offers, all by one call; events of an offer may come in any order and twice. */
export async function changeOffers(
  ctx: ServiceContext,
  changes: readonly OfferChange[],
  session: ClientSession,
): Promise<void> {
  await Offers(ctx.db).collection.bulkWrite(
    changes.map(({ reservationId, sessionId, queueId, agentId, earliest, at }) => ({
      updateOne: {
        filter: { _id: reservationId },
        update: { $set: { sessionId, queueId, agentId }, $min: earliest, $max: { lastAt: at } },
        upsert: true,
      },
    })) as never[],
    { session },
  )
}
