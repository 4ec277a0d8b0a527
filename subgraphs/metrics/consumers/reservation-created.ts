import { defineConsumer } from '#platform/events/consume.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { changeOffer } from '../services/change-offer.ts'

export const onReservationCreated = defineConsumer({
  event: reservationCreated,
  run: (ctx, { payload }, session) =>
    changeOffer(
      ctx,
      { ...payload, earliest: { createdAt: payload.createdAt }, at: payload.createdAt },
      session,
    ),
})
