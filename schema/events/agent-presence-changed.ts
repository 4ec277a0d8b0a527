import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, presenceStatus } from './vocabulary.ts'

/** An agent became available, busy, away or signed off. */
export const agentPresenceChanged = defineEvent({
  type: 'agent-presence-changed',
  version: 1,
  payload: z.object({
    agentId: z.string(),
    status: presenceStatus,
    changedAt: instant,
  }),
  aggregateId: (payload) => payload.agentId,
  consumers: ['metrics'],
})
