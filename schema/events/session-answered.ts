import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** A person answered: the call was connected, or an agent's first message went out. */
export const sessionAnswered = defineEvent({
  type: 'session-answered',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    agentId: z.string(),
    mediaType: mediaType.optional(),
    answeredAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['routing', 'metrics'],
})
