import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant } from './vocabulary.ts'

/** A person answered: the call was connected, or an agent's first message went out. */
export const sessionAnswered = defineEvent({
  type: 'session-answered',
  version: 1,
  payload: z.object({
    sessionId: z.string(),
    agentId: z.string(),
    answeredAt: instant,
  }),
  aggregateId: (payload) => payload.sessionId,
  consumers: ['routing', 'metrics'],
})
