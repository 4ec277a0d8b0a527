import type { MediaType } from '#schema/events/vocabulary.ts'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

const everywhere = {
  channel: null,
  queueId: null,
  minimumPriority: null,
  customerTier: null,
  calendarId: null,
  pauseOn: [],
  removedAt: null,
}

/** What an organisation begins with: 20 s for a call, 3 min for a chat, 30 min for a social message, 4 h for e-mail. */
export const defaultSlaPolicies: Readonly<Record<MediaType, SlaPolicyRecord>> = {
  VOICE: {
    _id: 'default-voice',
    name: 'Calls answered in 20 seconds',
    mediaType: 'VOICE',
    ...everywhere,
    metric: 'SPEED_OF_ANSWER',
    targetMs: 20 * secondMs,
    warnBeforeMs: 5 * secondMs,
  },
  CHAT: {
    _id: 'default-chat',
    name: 'Chats answered in 3 minutes',
    mediaType: 'CHAT',
    ...everywhere,
    metric: 'FIRST_RESPONSE',
    targetMs: 3 * minuteMs,
    warnBeforeMs: minuteMs,
  },
  SOCIAL: {
    _id: 'default-social',
    name: 'Social messages answered in 30 minutes',
    mediaType: 'SOCIAL',
    ...everywhere,
    metric: 'FIRST_RESPONSE',
    targetMs: 30 * minuteMs,
    warnBeforeMs: 5 * minuteMs,
  },
  EMAIL: {
    _id: 'default-email',
    name: 'E-mails answered in 4 hours',
    mediaType: 'EMAIL',
    ...everywhere,
    metric: 'FIRST_RESPONSE',
    targetMs: 4 * hourMs,
    warnBeforeMs: 30 * minuteMs,
  },
}
