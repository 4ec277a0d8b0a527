import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** A work item is offered to an agent. */
export const reservationCreated = defineEvent({
  type: 'reservation-created',
  version: 1,
  payload: z.object({
    reservationId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    queueId: z.string(),
    agentId: z.string(),
    mediaType: mediaType.optional(),
    createdAt: instant,
  }),
  aggregateId: (payload) => payload.reservationId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
