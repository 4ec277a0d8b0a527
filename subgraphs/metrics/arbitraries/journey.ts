import fc from 'fast-check'
import type { z } from 'zod'
import type { EventDefinition } from '#platform/events/define-event.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import { workItemClosed } from '#schema/events/work-item-closed.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import type { changeOf } from '../services/change-of.ts'

/** One event of a made-up contact. */
export interface JourneyEvent {
  id: string
  type: keyof typeof changeOf
  event: EventDefinition
  payload: Record<string, unknown>
}

const channels = { phone: 'VOICE', 'web-chat': 'CHAT', telegram: 'SOCIAL' } as const
const noon = Date.UTC(2026, 10, 23, 12)

/** A contact's events, each with its id, in the order in which they would happen; any of them may be missing. */
export const journey: fc.Arbitrary<JourneyEvent[]> = fc
  .record({
    sessionId: fc.uuid(),
    channel: fc.constantFrom(...(Object.keys(channels) as Array<keyof typeof channels>)),
    queueId: fc.constantFrom('general', 'orders', 'vip'),
    requeuedTo: fc.option(fc.constantFrom('orders', 'vip'), { freq: 4 }),
    offsets: fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 12, maxLength: 12 }),
    authors: fc.array(fc.constantFrom('CUSTOMER', 'AGENT', 'SYSTEM'), { maxLength: 5 }),
    endedBy: fc.constantFrom('CUSTOMER', 'AGENT', 'CHANNEL', 'SYSTEM'),
    answered: fc.boolean(),
    left: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ sessionId, channel, queueId, requeuedTo, offsets, authors, endedBy, answered, left }) => {
    const at = (index: number) => new Date(noon + (offsets[index] ?? 0))
    const contact = {
      sessionId,
      conversationId: sessionId,
      channel,
      mediaType: channels[channel],
      account: 'main',
    }
    const sla = {
      ...contact,
      appliedSlaId: sessionId,
      workItemId: sessionId,
      queueId,
      metric: 'SPEED_OF_ANSWER' as const,
    }
    const clock = { startedAt: at(0), dueAt: at(1) }
    const resolution = { appliedSlaId: `${sessionId}-resolution`, metric: 'RESOLUTION' as const }
    const item = { ...contact, workItemId: sessionId, dueAt: at(1) }
    const events: Array<JourneyEvent | null> = [
      one(sessionStarted, { ...contact, channelIdentityId: sessionId, identifiers: [], startedAt: at(0) }),
      one(workItemQueued, { ...item, queueId, queuedAt: at(2) }),
      requeuedTo && one(workItemQueued, { ...item, queueId: requeuedTo, queuedAt: at(3) }),
      answered ? one(sessionAnswered, { sessionId, agentId: 'a', answeredAt: at(4) }) : null,
      one(sessionEnded, { ...contact, endedBy, answered, endedAt: at(5) }),
      one(sessionWrappedUp, { sessionId, agentId: 'a', code: 'RESOLVED', wrappedUpAt: at(6) }),
      one(slaWarned, { ...sla, ...clock, occurredAt: at(7) }),
      one(slaMet, { ...sla, ...clock, occurredAt: at(8) }),
      one(slaMissed, { ...sla, ...clock, occurredAt: at(9) }),
      one(slaMissed, { ...sla, ...clock, ...resolution, occurredAt: at(1) }),
      one(slaMet, { ...sla, ...clock, ...resolution, occurredAt: at(5) }),
      one(workItemClosed, { ...sla, status: 'COMPLETED', closedAt: at(10) }),
    ]
    const messages = authors.map((author, sequence) =>
      one(messageRecorded, {
        ...contact,
        messageId: `${sessionId}-${sequence}`,
        sequence: sequence + 1,
        author,
        kind: 'TEXT',
        text: 'words',
        sentAt: at(11),
      }),
    )
    const kept = events.filter((_event, index) => !left[index])
    return [...kept, ...messages].flatMap((event, index) =>
      event ? [{ ...event, id: `${sessionId}/${index}` }] : [],
    )
  })

function one<P extends z.ZodType>(event: EventDefinition<P>, payload: z.input<P>): JourneyEvent {
  return {
    id: '',
    type: event.type as JourneyEvent['type'],
    event: event,
    payload: payload as Record<string, unknown>,
  }
}
