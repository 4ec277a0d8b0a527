import { defineConsumer } from '#platform/events/consume.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { changeOffers } from '../services/change-offers.ts'

export const onReservationAccepted = defineConsumer({
  event: reservationAccepted,
  runBatch: (ctx, envelopes, session) =>
    changeOffers(
      ctx,
      envelopes.map(({ payload }) => ({
        ...payload,
        earliest: { acceptedAt: payload.acceptedAt },
        at: payload.acceptedAt,
      })),
      session,
    ),
})
