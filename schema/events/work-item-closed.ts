import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** Nothing is left to do for a contact. */
export const workItemClosed = defineEvent({
  type: 'work-item-closed',
  version: 1,
  payload: z.object({
    workItemId: z.string(),
    sessionId: z.string(),
    queueId: z.string(),
    mediaType: mediaType.optional(),
    status: z.enum(['COMPLETED', 'CANCELED']),
    closedAt: instant,
  }),
  aggregateId: (payload) => payload.workItemId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
