import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Lanes of intake: phone never waits behind social. */
export const lanes = ['voice', 'chat', 'social', 'mail'] as const
export type Lane = (typeof lanes)[number]

export type PayloadState = 'PENDING' | 'DONE' | 'DEAD' | 'IGNORED'

/** The share of one payload that concerns one line of conversation; shares are worked off one by one. */
export interface PayloadPart {
  /** Parts of equal keys are worked off in the order in which they came. */
  key: string
  shard: number
  state: PayloadState
  /** Tries that failed. */
  attempts: number
  /** After a failure: not before. */
  retryAt: Date | null
  /** Why it is IGNORED or DEAD, or why the last try failed. */
  reason: string | null
}

/** A webhook's body as it came, durable before it is acknowledged. Unreadable at rest, and gone after its work. */
export interface RawPayload {
  _id: string
  channel: string
  account: string
  /** The provider's id of the delivery, or the body's hash. */
  sourceId: string
  lane: Lane
  /** Sealed with the payload's id. */
  body: Buffer
  state: PayloadState
  parts: PayloadPart[]
  receivedAt: Date
  /** When the body may go; null while there is work to do. */
  purgeAt: Date | null
}

const part = new Schema<PayloadPart>(
  { key: String, shard: Number, state: String, attempts: Number, retryAt: Date, reason: String },
  { _id: false },
)

const schema = new Schema<RawPayload>(
  {
    _id: String,
    channel: String,
    account: String,
    sourceId: String,
    lane: String,
    body: Buffer,
    state: String,
    parts: [part],
    receivedAt: Date,
    purgeAt: Date,
  },
  { versionKey: false },
)
// The same delivery, however often and at once, is one payload.
schema.index({ channel: 1, account: 1, sourceId: 1 }, { unique: true })
// What a shard of a lane has to do, oldest first.
schema.index(
  { lane: 1, 'parts.shard': 1, _id: 1 },
  { partialFilterExpression: { state: 'PENDING' }, name: 'pending_by_shard' },
)
// What the sweeper looks for.
schema.index({ receivedAt: 1 }, { partialFilterExpression: { state: 'PENDING' }, name: 'pending_by_age' })
schema.index({ purgeAt: 1 }, { expireAfterSeconds: 0 })

export const RawPayloads = defineModel<RawPayload>('RawPayload', schema, 'rawPayloads')
