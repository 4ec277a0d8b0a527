import { defineEvent } from '#platform/events/define-event.ts'
import { z } from 'zod'
import { instant } from './vocabulary.ts'

/** A channel identity belongs to a customer. */
export const identityResolved = defineEvent({
  type: 'identity-resolved',
  version: 1,
  payload: z.object({
    channelIdentityId: z.string(),
    customerId: z.string(),
    /** Whose contact made it known, and the customer's service tier at that moment. */
    sessionId: z.string().optional(),
    tier: z.enum(['STANDARD', 'VIP']).optional(),
    /** Which rule decided: a verified identifier that was known, the same channel account again, or a new profile. */
    rule: z.enum(['VERIFIED_IDENTIFIER', 'CHANNEL_ACCOUNT', 'NEW_PROFILE']),
    resolvedAt: instant,
  }),
  aggregateId: (payload) => payload.channelIdentityId,
  consumers: ['conversation', 'routing'],
})
