import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { type AccountBase, defineAdapter, type PersonIdentifier, type SendOutcome } from '../contract.ts'
import type { CallEvent, ChannelPerson } from '../contract-events.ts'
import { postJson, retryAfterMs } from '../contract-http.ts'
import { hmacSha256Hex, secretMatches, singleHeader } from '../contract-signature.ts'

/** How far the sender's clock may be from ours. */
const toleranceSec = 300

const account = z.object({
  channel: z.literal('phone'),
  account: z.string(),
  /** Signs in both directions. */
  secret: z.string().min(8),
  /** The switchboard's own address for commands; without it calls are connected by hand. */
  apiUrl: z.url().optional(),
})
type PhoneAccount = z.infer<typeof account>

const callEvent = z.object({
  eventId: z.string().min(1).max(200),
  callId: z.string().min(1).max(200),
  type: z.enum(['ringing', 'answered', 'ended']),
  from: z.string().max(100).default(''),
  to: z.string().max(100).default(''),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  agentId: z.string().min(1).max(100).optional(),
  cause: z.string().max(100).optional(),
  displayName: z.string().max(200).optional(),
  locale: z.string().max(35).optional(),
})

const steps = { ringing: 'RINGING', answered: 'ANSWERED', ended: 'ENDED' } as const

/** Computer-telephony integration by call events: ringing, answered, ended. */
export const adapter = defineAdapter({
  channel: 'phone',
  mediaType: 'VOICE',
  capabilities: { maxTextLength: 0, pushesText: false, webhooks: true, receipts: false },
  account,

  verify(request, { secret }) {
    const header = singleHeader(request.headers, 'x-throughline-signature') ?? ''
    const [, time, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []
    if (!time || !signature) return false
    if (Math.abs(request.now.getTime() / 1_000 - Number(time)) > toleranceSec) return false
    return secretMatches(signature, hmacSha256Hex(secret, `${time}.`, request.rawBody))
  },

  parse(rawBody) {
    const event = callEvent.parse(JSON.parse(rawBody.toString('utf8')))
    const parsed: CallEvent = {
      type: 'call',
      person: callerOf(event),
      sourceId: event.eventId,
      callId: event.callId,
      step: steps[event.type],
      at: event.at,
      ...(event.agentId ? { agentId: event.agentId } : {}),
      ...(event.type === 'ended' ? { endedBy: endedBy(event.cause) } : {}),
    }
    return { deliveryId: event.eventId, events: [parsed] }
  },

  /** A caller's number can be forged: it suggests who calls and proves nothing. */
  identifiers(person: ChannelPerson, { account: name }: AccountBase): PersonIdentifier[] {
    if (person.personal === false) return []
    const channelAccount = `phone:${name}:${person.sourceId}`
    return [
      { type: 'CHANNEL_ACCOUNT', value: channelAccount, verified: false },
      ...(person.sourceId.startsWith('+')
        ? [{ type: 'PHONE' as const, value: person.sourceId, verified: false }]
        : []),
    ]
  },

  send: () => Promise.resolve({ kind: 'refused', reason: 'A call carries no text.' }),

  async connectCall({ callId, agentId, now }, { apiUrl, secret }: PhoneAccount): Promise<SendOutcome> {
    if (!apiUrl) return { kind: 'refused', reason: 'No address of the switchboard is configured.' }
    const body = JSON.stringify({ agentId })
    const time = Math.floor(now.getTime() / 1_000)
    const answer = await postJson(`${apiUrl}/calls/${encodeURIComponent(callId)}/connect`, body, {
      'x-throughline-signature': `t=${time},v1=${hmacSha256Hex(secret, `${time}.`, body)}`,
    })
    if ('kind' in answer) return answer
    if (answer.status < 300) return { kind: 'sent' }
    if (answer.status === 429 || answer.status >= 500) {
      const afterMs = retryAfterMs(answer.headers)
      return {
        kind: 'retry',
        reason: `The switchboard answered ${answer.status}.`,
        ...(afterMs === undefined ? {} : { afterMs }),
      }
    }
    return { kind: 'refused', reason: `The switchboard refused to connect the call (${answer.status}).` }
  },
})

/** A withheld number is nobody's address: such a call is a line of its own. */
function callerOf(event: z.infer<typeof callEvent>): ChannelPerson {
  const number = parsePhoneNumberFromString(event.from)?.number ?? event.from.trim()
  const withheld = !/\d/.test(number)
  return {
    sourceId: withheld ? `call:${event.callId}` : number,
    ...(withheld ? { personal: false } : {}),
    ...(event.displayName ? { displayName: event.displayName } : {}),
    ...(event.locale ? { locale: event.locale } : {}),
  }
}

function endedBy(cause: string | undefined): 'CUSTOMER' | 'AGENT' | 'CHANNEL' {
  if (cause && /caller|customer/i.test(cause)) return 'CUSTOMER'
  if (cause && /agent/i.test(cause)) return 'AGENT'
  return 'CHANNEL'
}
