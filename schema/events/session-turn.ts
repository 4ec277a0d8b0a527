import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/**
 * Somebody wrote in a contact that a person has answered before, so it is the other one's turn. First messages and the
 * first answer are not told: `work-requested` and `session-answered` are.
 */
export const sessionTurn = defineEvent({
  type: 'session-turn',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    conversationId: z.string(),
    /** The message's place in its conversation: of two turns the greater one is the later, in whatever order they come. */
    sequence: z.number().int().positive(),
    author: z.enum(['CUSTOMER', 'AGENT']),
    mediaType: mediaType.optional(),
    /** When it took its place: by our clock, not by the provider's. */
    at: instant,
  }),
  // In order with the answer and the end of the same contact; its messages are counted by conversation.
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['routing'],
})
