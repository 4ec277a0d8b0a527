import { defineConsumer } from '#platform/events/consume.ts'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import { changeOffers } from '../services/change-offers.ts'

export const onReservationClosed = defineConsumer({
  event: reservationClosed,
  runBatch: (ctx, envelopes, session) =>
    changeOffers(
      ctx,
      envelopes.map(({ payload }) => ({
        ...payload,
        earliest: { closed: { at: payload.closedAt, status: payload.status } },
        at: payload.closedAt,
      })),
      session,
    ),
})
