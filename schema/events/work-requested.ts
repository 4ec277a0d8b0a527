import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** A session needs a person. */
export const workRequested = defineEvent({
  type: 'work-requested',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    conversationId: z.string(),
    channel: z.string(),
    account: z.string(),
    mediaType,
    locale: z.string().optional(),
    /** The business domain that the customer asked for, where the front door knows it (an IVR's choice, a page's topic). */
    domain: z.string().optional(),
    requestedAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['routing'],
})
