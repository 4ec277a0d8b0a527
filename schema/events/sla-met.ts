import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType, slaMetric } from './vocabulary.ts'

/** A contact was answered within its target. */
export const slaMet = defineEvent({
  type: 'sla-met',
  version: 1,
  payload: z.object({
    appliedSlaId: z.string(),
    workItemId: z.string(),
    sessionId: z.string(),
    queueId: z.string(),
    channel: z.string(),
    mediaType,
    metric: slaMetric,
    startedAt: instant,
    dueAt: instant,
    occurredAt: instant,
  }),
  aggregateId: (payload) => payload.appliedSlaId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
