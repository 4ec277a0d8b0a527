import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType, reservationStatus } from './vocabulary.ts'

/** A reservation ended without or after being accepted. */
export const reservationClosed = defineEvent({
  type: 'reservation-closed',
  version: 1,
  payload: z.object({
    reservationId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    queueId: z.string(),
    agentId: z.string(),
    mediaType: mediaType.optional(),
    status: reservationStatus.extract(['REJECTED', 'TIMED_OUT', 'CANCELED', 'RESCINDED', 'COMPLETED']),
    closedAt: instant,
  }),
  aggregateId: (payload) => payload.reservationId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
