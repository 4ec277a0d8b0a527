import { type SignedChannel, signatureHeaders } from '../../../subgraphs/conversation/testkit/accounts.ts'
import {
  telegramText,
  whatsappText,
  whatsappWebhook,
} from '../../../subgraphs/conversation/testkit/payloads.ts'

/** The first message, or the call, of somebody new. */
export interface ContactWebhook {
  channel: SignedChannel
  /** What is known of its session afterwards: `channel:address`, or `phone:call`. */
  key: string
  payload: unknown
}

/** A first message by Telegram. */
export function telegramContact(person: number): ContactWebhook {
  const payload = telegramText(person, 'Where is my parcel?', person)
  return { channel: 'telegram', key: `telegram:${person}`, payload }
}

/** A first message by WhatsApp. */
export function whatsappContact(person: number): ContactWebhook {
  const from = `49151${1_000_000 + person}`
  const message = whatsappText(`wamid.contact.${person}`, 'Where is my parcel?', from)
  return { channel: 'whatsapp', key: `whatsapp:${from}`, payload: whatsappWebhook({ messages: [message] }) }
}

/** A call that begins to ring. */
export function phoneContact(call: number): ContactWebhook {
  const callId = `call-${call}`
  const payload = {
    eventId: `${callId}-1`,
    callId,
    type: 'ringing',
    from: `+4930${1_000_000 + call}`,
    to: '+493012345',
    at: new Date().toISOString(),
  }
  return { channel: 'phone', key: `phone:${callId}`, payload }
}

/** The request by which the provider brings it, signed now. */
export function requestOf({ channel, payload }: ContactWebhook) {
  const body = JSON.stringify(payload)
  return {
    method: 'POST' as const,
    path: `/hooks/${channel}/main`,
    headers: { 'content-type': 'application/json', ...signatureHeaders(channel, body) },
    body,
  }
}
