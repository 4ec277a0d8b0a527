import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType, slaMetric } from './vocabulary.ts'

/** A target was kept. */
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
    /** When it was met, exactly: the answer's own instant, or the contact's end. */
    occurredAt: instant,
    /** When routing noticed, by its store's clock; never before `occurredAt`. Absent in events of before it was told. */
    noticedAt: instant.optional(),
  }),
  aggregateId: (payload) => payload.appliedSlaId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['metrics'],
})
