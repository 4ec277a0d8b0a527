import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant } from './vocabulary.ts'

/** A work item is offered to an agent. */
export const reservationCreated = defineEvent({
  type: 'reservation-created',
  version: 1,
  payload: z.object({
    reservationId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    queueId: z.string(),
    agentId: z.string(),
    createdAt: instant,
  }),
  aggregateId: (payload) => payload.reservationId,
  consumers: ['metrics'],
})
