import { z } from 'zod'
import { defineAdapter } from '../contract.ts'
import { hmacSha256Hex, secretMatches, singleHeader } from '../contract-signature.ts'
import { readWebhook } from './read-webhook.ts'
import { sendMessage } from './send-message.ts'

const account = z.object({
  channel: z.literal('whatsapp'),
  account: z.string(),
  /** The app's secret: signs each webhook. */
  secret: z.string().min(1),
  /** What we told Meta to repeat when it asks whether the address is ours. */
  verifyToken: z.string().min(1).optional(),
  phoneNumberId: z.string().regex(/^[\w-]+$/),
  token: z.string().min(1),
  apiUrl: z.url().default('https://graph.facebook.com/v25.0'),
})

/** WhatsApp's Cloud API. */
export const adapter = defineAdapter<z.output<typeof account>>({
  channel: 'whatsapp',
  mediaType: 'SOCIAL',
  capabilities: { maxTextLength: 4_096, pushesText: true, webhooks: true, receipts: true },
  account,

  verify(request, { secret }) {
    const given = singleHeader(request.headers, 'x-hub-signature-256')
    return secretMatches(given, `sha256=${hmacSha256Hex(secret, request.rawBody)}`)
  },

  challenge(request, { verifyToken }) {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query
    if (mode !== 'subscribe' || !verifyToken || !secretMatches(token, verifyToken)) return undefined
    return challenge !== undefined && /^[\w.-]{1,200}$/.test(challenge) ? challenge : undefined
  },

  // Cloud API gives a delivery no id of its own.
  parse: (rawBody) => ({ events: readWebhook(JSON.parse(rawBody.toString('utf8'))) }),

  /** WhatsApp has verified the number of whoever writes from it. */
  identifiers: (person, { account: name }) => [
    { type: 'CHANNEL_ACCOUNT', value: `whatsapp:${name}:${person.sourceId}`, verified: true },
    ...(/^\d{6,15}$/.test(person.sourceId)
      ? [{ type: 'PHONE' as const, value: `+${person.sourceId}`, verified: true }]
      : []),
  ],

  send: sendMessage,
})
