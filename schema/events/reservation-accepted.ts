import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** An agent took the contact. */
export const reservationAccepted = defineEvent({
  type: 'reservation-accepted',
  version: 1,
  payload: z.object({
    reservationId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    conversationId: z.string(),
    queueId: z.string(),
    agentId: z.string(),
    mediaType: mediaType.optional(),
    agentName: z.string(),
    /** They join the agent who keeps the contact, and do not take it over. */
    consult: z.boolean().optional(),
    acceptedAt: instant,
  }),
  aggregateId: (payload) => payload.reservationId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['conversation', 'metrics'],
})
