import { defineConsumer } from '#platform/events/consume.ts'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import { changeOffer } from '../services/change-offer.ts'

export const onReservationClosed = defineConsumer({
  event: reservationClosed,
  run: (ctx, { payload }, session) =>
    changeOffer(
      ctx,
      {
        ...payload,
        earliest: { closed: { at: payload.closedAt, status: payload.status } },
        at: payload.closedAt,
      },
      session,
    ),
})
