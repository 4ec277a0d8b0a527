import type { VerifiedIdentity } from '#platform/identity/verified-identity.ts'

/** Who is on the customer's side, as the channel tells. */
export interface ChannelPerson {
  /** The address that answers go to: a chat, a number, a visitor. One line of conversation for each. */
  sourceId: string
  displayName?: string
  /** For instance `en` or `zh-CN`. */
  locale?: string
  /** Who they are at the site that embeds our widget, by that site's signature. */
  proved?: VerifiedIdentity
  /** False for an address shared by several people (a group), which identifies nobody. */
  personal?: boolean
}

export type ChannelMessageKind =
  | 'TEXT'
  | 'IMAGE'
  | 'AUDIO'
  | 'VIDEO'
  | 'FILE'
  | 'STICKER'
  | 'LOCATION'
  | 'CONTACT'
  | 'BUTTON_REPLY'
  | 'REACTION'
  | 'SYSTEM'
  | 'UNSUPPORTED'

export interface ChannelAttachment {
  contentType?: string
  name?: string
  sizeBytes?: number
  /** The provider's reference, from which the file is fetched. */
  sourceRef?: string
}

export interface ChannelLocation {
  latitude: number
  longitude: number
  name?: string
}

/** What a message holds, in the form that all channels share. */
export interface ChannelContent {
  kind: ChannelMessageKind
  text: string
  attachments?: ChannelAttachment[]
  location?: ChannelLocation
}

/** A customer's message. */
export interface MessageEvent extends ChannelContent {
  type: 'message'
  person: ChannelPerson
  /** The provider's id of the message: the same id is the same message. */
  sourceId: string
  /** By the provider's clock, where it tells. */
  sentAt?: Date
}

/** A message that was sent before now reads otherwise. */
export interface EditEvent extends ChannelContent {
  type: 'edit'
  person: ChannelPerson
  /** Of the message that was edited. */
  sourceId: string
  /** Of this edit, where it has one of its own. */
  editSourceId: string
  editedAt: Date
}

/** How far a message of ours got. */
export interface ReceiptEvent {
  type: 'receipt'
  /** The provider's id of our message. */
  sourceId: string
  status: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'
  /** For FAILED: words an agent can act on. */
  reason?: string
  at: Date
}

/** Something happened in a phone call. */
export interface CallEvent {
  type: 'call'
  person: ChannelPerson
  /** The provider's id of this event. */
  sourceId: string
  callId: string
  step: 'RINGING' | 'ANSWERED' | 'ENDED'
  at: Date
  /** Who talks, when the switchboard tells. */
  agentId?: string
  /** Who ended it. */
  endedBy?: 'CUSTOMER' | 'AGENT' | 'CHANNEL'
}

/** Knowingly left out; kept and counted with its reason. */
export interface IgnoredEvent {
  type: 'ignored'
  /** Upper case, from a small set: `TYPING`. */
  reason: string
}

/** A part that should have been readable and is not: becomes a dead letter. */
export interface UnreadableEvent {
  type: 'unreadable'
  /** Which part and what is wrong with it, without its contents. */
  reason: string
}

export type ChannelEvent =
  | MessageEvent
  | EditEvent
  | ReceiptEvent
  | CallEvent
  | IgnoredEvent
  | UnreadableEvent
