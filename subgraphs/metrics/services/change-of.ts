import type { z } from 'zod'
import type { messageRecorded } from '#schema/events/message-recorded.ts'
import type { sessionAnswered } from '#schema/events/session-answered.ts'
import type { sessionEnded } from '#schema/events/session-ended.ts'
import type { sessionStarted } from '#schema/events/session-started.ts'
import type { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import type { slaMet } from '#schema/events/sla-met.ts'
import type { slaMissed } from '#schema/events/sla-missed.ts'
import type { slaWarned } from '#schema/events/sla-warned.ts'
import type { SlaMetric } from '#schema/events/vocabulary.ts'
import type { workItemClosed } from '#schema/events/work-item-closed.ts'
import type { workItemQueued } from '#schema/events/work-item-queued.ts'
import type { ContactChange } from './contact-change.ts'

type Payload<E extends { payload: z.ZodType }> = z.output<E['payload']>

/** A contact has one clock of its first answer, which the service level is about; other clocks say nothing of that. */
const answerMetrics: ReadonlySet<SlaMetric> = new Set(['SPEED_OF_ANSWER', 'FIRST_RESPONSE'])

/** What each event of a contact changes in what is known of it. Pure. */
export const changeOf = {
  'session-started': ({ channel, mediaType, startedAt }: Payload<typeof sessionStarted>): ContactChange => ({
    same: { channel, mediaType },
    earliest: { startedAt },
    at: startedAt,
  }),
  'work-item-queued': (queued: Payload<typeof workItemQueued>): ContactChange => ({
    same: { channel: queued.channel, mediaType: queued.mediaType },
    earliest: { queued: { at: queued.queuedAt, queueId: queued.queueId } },
    at: queued.queuedAt,
  }),
  'session-answered': ({ agentId, answeredAt }: Payload<typeof sessionAnswered>): ContactChange => ({
    earliest: { answered: { at: answeredAt, agentId } },
    at: answeredAt,
  }),
  'session-ended': ({ endedAt, endedBy, answered }: Payload<typeof sessionEnded>): ContactChange => ({
    earliest: { ended: { at: endedAt, by: endedBy, answered } },
    at: endedAt,
  }),
  'session-wrapped-up': ({ code, wrappedUpAt }: Payload<typeof sessionWrappedUp>): ContactChange => ({
    latest: { wrappedUp: { at: wrappedUpAt, code } },
    at: wrappedUpAt,
  }),
  'work-item-closed': ({ closedAt }: Payload<typeof workItemClosed>): ContactChange => ({
    earliest: { closedAt },
    at: closedAt,
  }),
  'sla-warned': ({ metric, occurredAt }: Payload<typeof slaWarned>): ContactChange => ({
    ...(answerMetrics.has(metric) ? { earliest: { slaWarnedAt: occurredAt } } : {}),
    at: occurredAt,
  }),
  'sla-met': ({ metric, occurredAt }: Payload<typeof slaMet>): ContactChange => ({
    ...(answerMetrics.has(metric) ? { earliest: { slaMetAt: occurredAt } } : {}),
    at: occurredAt,
  }),
  'sla-missed': ({ metric, occurredAt }: Payload<typeof slaMissed>): ContactChange => ({
    ...(answerMetrics.has(metric) ? { earliest: { slaMissedAt: occurredAt } } : {}),
    at: occurredAt,
  }),
  'message-recorded': ({ channel, author, sentAt }: Payload<typeof messageRecorded>): ContactChange => ({
    same: { channel },
    ...(author === 'CUSTOMER' ? { count: { messagesIn: 1 } } : {}),
    ...(author === 'AGENT' ? { count: { messagesOut: 1 } } : {}),
    at: sentAt,
  }),
}
