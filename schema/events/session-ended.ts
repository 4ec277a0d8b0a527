import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** The contact is over; wrap-up may still be open. */
export const sessionEnded = defineEvent({
  type: 'session-ended',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    conversationId: z.string(),
    mediaType: mediaType.optional(),
    endedBy: z.enum(['CUSTOMER', 'AGENT', 'CHANNEL', 'SYSTEM']),
    /** False when the customer left before anybody answered. */
    answered: z.boolean(),
    endedAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['routing', 'customer', 'metrics'],
})
