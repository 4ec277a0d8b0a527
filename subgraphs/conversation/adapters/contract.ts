import type { z } from 'zod'
import type { ChannelEvent, ChannelPerson } from './contract-events.ts'

/** A provider's request, before anything in it is believed. */
export interface WebhookRequest {
  /** The bytes as they came: signatures are over these. */
  rawBody: Buffer
  /** Lower-case names. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  query: Readonly<Record<string, string>>
  now: Date
}

/** What a webhook's body says. */
export interface ParsedWebhook {
  /** The provider's own id of this delivery, where it gives one; otherwise the body's hash identifies it. */
  deliveryId?: string
  /** In the order in which they happened; empty when there is nothing in it for us. */
  events: ChannelEvent[]
}

/** Words on their way to a customer. */
export interface OutboundText {
  /** Our id of the message, for channels that take one against duplicates. */
  messageId: string
  /** The customer's address on the channel. */
  recipient: string
  text: string
}

/** What became of an attempt to reach the provider. */
export type SendOutcome =
  /** The provider took it; receipts will name this id. */
  | { kind: 'sent'; sourceId?: string }
  /** Not now: the provider is away or asks for patience. */
  | { kind: 'retry'; reason: string; afterMs?: number }
  /** Never: `reason` is in words an agent can act on. */
  | { kind: 'refused'; reason: string }

/** A fact about a person that their channel knows. Verified = the provider authenticated it, not the person's claim. */
export interface PersonIdentifier {
  type: 'PHONE' | 'EMAIL' | 'CHANNEL_ACCOUNT' | 'EXTERNAL_ID'
  value: string
  verified: boolean
}

export interface ChannelCapabilities {
  /** Longest text in UTF-16 units that goes out in one message; 0 where the channel carries no text from us. */
  maxTextLength: number
  /** Whether words are pushed to a provider. Otherwise the customer's side reads them from us, and they are there at once. */
  pushesText: boolean
  /** Whether a provider calls us at `/hooks/<channel>/<account>`. */
  webhooks: boolean
  /** Whether the provider reports deliveries. */
  receipts: boolean
}

/** What every account has; a channel's own schema extends it. */
export interface AccountBase {
  channel: string
  account: string
}

/**
 * One channel: its protocol on one side, ours on the other. A folder under `adapters/` whose `index.ts` exports
 * `adapter` is a channel; nothing else has to change.
 */
export interface ChannelAdapter<A extends AccountBase = AccountBase> {
  /** The folder's name. */
  readonly channel: string
  readonly mediaType: 'VOICE' | 'CHAT' | 'SOCIAL' | 'EMAIL'
  readonly capabilities: ChannelCapabilities
  /** What has to be configured of an account. */
  readonly account: z.ZodType<A>
  /** Whether the request comes from the provider, by its signature over the raw bytes. Never throws. */
  verify(request: WebhookRequest, account: A): boolean
  /** Answers a provider's question whether this address is ours (a GET); undefined refuses it. */
  challenge?(request: Omit<WebhookRequest, 'rawBody'>, account: A): string | undefined
  /**
   * Reads a verified body. What it can not read within a body of the right form becomes an `unreadable` event.
   * @throws Error when the body as a whole is not one of this channel's
   */
  parse(rawBody: Buffer): ParsedWebhook
  /** What the channel knows of who the person is. */
  identifiers(person: ChannelPerson, account: AccountBase): PersonIdentifier[]
  /** Sends words. Never throws: what goes wrong on the way is a `retry`. */
  send(message: OutboundText, account: A): Promise<SendOutcome>
  /** Has the provider connect a waiting call with the agent who took it. */
  connectCall?(call: { callId: string; agentId: string; now: Date }, account: A): Promise<SendOutcome>
}

/** Declares a channel. */
export function defineAdapter<A extends AccountBase>(adapter: ChannelAdapter<A>): ChannelAdapter<A> {
  return adapter
}
