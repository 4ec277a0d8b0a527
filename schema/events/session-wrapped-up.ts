import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** The agent finished after-contact work. */
export const sessionWrappedUp = defineEvent({
  type: 'session-wrapped-up',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    agentId: z.string(),
    mediaType: mediaType.optional(),
    code: z.string(),
    wrappedUpAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['routing', 'metrics'],
})
