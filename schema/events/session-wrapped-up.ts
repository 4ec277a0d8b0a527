import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant } from './vocabulary.ts'

/** The agent finished after-contact work. */
export const sessionWrappedUp = defineEvent({
  type: 'session-wrapped-up',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    agentId: z.string(),
    code: z.string(),
    wrappedUpAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  consumers: ['routing', 'metrics'],
})
