import { defineConsumer } from '#platform/events/consume.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { changeOffer } from '../services/change-offer.ts'

export const onReservationAccepted = defineConsumer({
  event: reservationAccepted,
  run: (ctx, { payload }, session) =>
    changeOffer(
      ctx,
      { ...payload, earliest: { acceptedAt: payload.acceptedAt }, at: payload.acceptedAt },
      session,
    ),
})
