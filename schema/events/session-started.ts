import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { identifier, instant, laneOf, mediaType } from './vocabulary.ts'

/** A contact began on one channel. Its customer is not known yet: phone never waits for identity. */
export const sessionStarted = defineEvent({
  type: 'session-started',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    conversationId: z.string(),
    channelIdentityId: z.string(),
    channel: z.string(),
    account: z.string(),
    mediaType,
    identifiers: z.array(identifier),
    displayName: z.string().optional(),
    locale: z.string().optional(),
    startedAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['customer', 'metrics'],
})
