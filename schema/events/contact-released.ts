import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant } from './vocabulary.ts'

/** An agent no longer has a contact that they had accepted, though it goes on. */
export const contactReleased = defineEvent({
  type: 'contact-released',
  version: 1,
  payload: z.object({
    reservationId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    conversationId: z.string(),
    agentId: z.string(),
    /** Why: handed on, given back, taken back by a supervisor, the agent is gone, the customer fell silent, advice is done. */
    reason: z.enum(['TRANSFERRED', 'GIVEN_BACK', 'PULLED', 'AGENT_LOST', 'SILENT', 'CONSULTED']),
    /** Whereto, when it was handed on. */
    transfer: z
      .object({
        kind: z.enum(['COLD', 'WARM', 'CONSULT']),
        toAgentId: z.string().optional(),
        toAgentName: z.string().optional(),
        toQueueName: z.string().optional(),
      })
      .optional(),
    releasedAt: instant,
  }),
  aggregateId: (payload) => payload.reservationId,
  consumers: ['conversation'],
})
