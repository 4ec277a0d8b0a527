import { z } from 'zod'
import { defineAdapter } from '../contract.ts'
import { secretMatches, singleHeader } from '../contract-signature.ts'
import { readUpdate } from './read-update.ts'
import { sendMessage } from './send-message.ts'
import { telegramUpdate } from './update.ts'

const account = z.object({
  channel: z.literal('telegram'),
  account: z.string(),
  /** The `secret_token` given to setWebhook. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, 'has to be 1 to 256 of A-Z, a-z, 0-9, _ and -'),
  /** The bot's token. */
  token: z.string().min(1),
  apiUrl: z.url().default('https://api.telegram.org'),
})

/** Telegram's Bot API: updates by webhook, answers by sendMessage. */
export const adapter = defineAdapter<z.output<typeof account>>({
  channel: 'telegram',
  mediaType: 'SOCIAL',
  capabilities: { maxTextLength: 4_096, pushesText: true, webhooks: true, receipts: false },
  account,

  /** Telegram signs nothing: it repeats the secret of setWebhook in each request. */
  verify: (request, { secret }) =>
    secretMatches(singleHeader(request.headers, 'x-telegram-bot-api-secret-token'), secret),

  parse(rawBody) {
    const update = telegramUpdate.parse(JSON.parse(rawBody.toString('utf8')))
    return { deliveryId: String(update.update_id), events: [readUpdate(update)] }
  },

  identifiers: (person, { account: name }) =>
    person.personal === false
      ? []
      : [{ type: 'CHANNEL_ACCOUNT', value: `telegram:${name}:${person.sourceId}`, verified: true }],

  send: sendMessage,
})
