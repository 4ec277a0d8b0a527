import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { ParticipantPurpose } from './participant.ts'

export type MessageKind =
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
  | 'CALL'
  | 'SYSTEM'
  | 'UNSUPPORTED'

export type CallStep = 'RINGING' | 'ANSWERED' | 'ENDED'
export type TransferKind = 'COLD' | 'WARM' | 'CONSULT'
export type DeliveryStatus = 'SENDING' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'

export interface Attachment {
  contentType: string | null
  name: string | null
  sizeBytes: number | null
  sourceRef: string | null
}

export interface Location {
  latitude: number
  longitude: number
  name: string | null
}

/** How far a message of ours got. */
export interface Delivery {
  status: DeliveryStatus
  reason: string | null
  at: Date
  /** Tries that failed. */
  attempts: number
  /** While SENDING: not before; the sweeper takes it up when this has passed. */
  nextTryAt: Date | null
}

/** A contact was handed on. */
export interface TransferEntry {
  kind: TransferKind
  fromAgentId: string
  toAgentId: string | null
  /** The person or the queue, as it was called. */
  toName: string | null
}

export interface Message {
  _id: string
  conversationId: string
  sessionId: string
  channel: string
  account: string
  /** 1, 2, 3, … within the conversation, without gaps. */
  sequence: number
  kind: MessageKind
  text: string
  attachments: Attachment[]
  location: Location | null
  author: { id: string; purpose: ParticipantPurpose; displayName: string | null }
  /** The provider's id: of a customer's message from its coming, of ours from its sending. */
  sourceId: string | null
  /** Of an entry of a call: which step. */
  callStep: CallStep | null
  /** Of an entry of a transfer: from whom to whom. */
  transfer: TransferEntry | null
  clientMessageId: string | null
  sentAt: Date
  editedAt: Date | null
  /** What it said before it was edited, oldest first, the last twenty. */
  earlierTexts: string[]
  delivery: Delivery | null
}

const attachment = new Schema<Attachment>(
  { contentType: String, name: String, sizeBytes: Number, sourceRef: String },
  { _id: false },
)
const location = new Schema<Location>({ latitude: Number, longitude: Number, name: String }, { _id: false })
const delivery = new Schema<Delivery>(
  { status: String, reason: String, at: Date, attempts: Number, nextTryAt: Date },
  { _id: false },
)
const author = new Schema<Message['author']>(
  { id: String, purpose: String, displayName: String },
  { _id: false, id: false },
)

const schema = new Schema<Message>(
  {
    _id: String,
    conversationId: String,
    sessionId: String,
    channel: String,
    account: String,
    sequence: Number,
    kind: String,
    text: String,
    attachments: [attachment],
    location: { type: location, default: null },
    author,
    callStep: String,
    transfer: {
      type: new Schema<TransferEntry>(
        { kind: String, fromAgentId: String, toAgentId: String, toName: String },
        { _id: false },
      ),
      default: null,
    },
    sourceId: String,
    clientMessageId: String,
    sentAt: Date,
    editedAt: Date,
    earlierTexts: [String],
    delivery: { type: delivery, default: null },
  },
  { versionKey: false },
)
schema.index({ conversationId: 1, sequence: 1 }, { unique: true })
schema.index(
  { channel: 1, account: 1, sourceId: 1 },
  { unique: true, partialFilterExpression: { sourceId: { $type: 'string' } } },
)
// The same client's id makes the same message, per conversation and author: a repetition may meet the next session.
schema.index(
  { conversationId: 1, 'author.id': 1, clientMessageId: 1 },
  { unique: true, partialFilterExpression: { clientMessageId: { $type: 'string' } } },
)
// What waits to be sent, in order.
schema.index(
  { sessionId: 1, sequence: 1 },
  { partialFilterExpression: { 'delivery.status': 'SENDING' }, name: 'sending_by_session' },
)
schema.index(
  { 'delivery.nextTryAt': 1 },
  { partialFilterExpression: { 'delivery.status': 'SENDING' }, name: 'sending_by_time' },
)

export const Messages = defineModel<Message>('Message', schema, 'messages')
