import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant, laneOf, mediaType } from './vocabulary.ts'

/** A message took its place in a conversation. */
export const messageRecorded = defineEvent({
  type: 'message-recorded',
  version: 1,
  payload: z.object({
    messageId: z.string(),
    conversationId: z.string(),
    sessionId: z.string(),
    channel: z.string(),
    mediaType: mediaType.optional(),
    sequence: z.number().int().positive(),
    author: z.enum(['CUSTOMER', 'AGENT', 'BOT', 'SYSTEM']),
    agentId: z.string().optional(),
    kind: z.string(),
    text: z.string(),
    sentAt: instant,
  }),
  aggregateId: (payload) => payload.conversationId,
  lane: (payload) => laneOf(payload.mediaType),
  consumers: ['customer', 'knowledge', 'metrics'],
})
