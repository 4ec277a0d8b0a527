import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** A work item waits in a queue. */
export const workItemQueued = defineEvent({
  type: 'work-item-queued',
  version: 1,
  payload: z.object({
    workItemId: z.string(),
    sessionId: z.string(),
    conversationId: z.string(),
    queueId: z.string(),
    channel: z.string(),
    mediaType,
    queuedAt: instant,
    dueAt: instant,
  }),
  aggregateId: (payload) => payload.workItemId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
