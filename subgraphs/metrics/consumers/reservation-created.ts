import { defineConsumer } from '#platform/events/consume.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { changeOffers } from '../services/change-offers.ts'

export const onReservationCreated = defineConsumer({
  event: reservationCreated,
  runBatch: (ctx, envelopes, session) =>
    changeOffers(
      ctx,
      envelopes.map(({ payload }) => ({
        ...payload,
        earliest: { createdAt: payload.createdAt },
        at: payload.createdAt,
      })),
      session,
    ),
})
