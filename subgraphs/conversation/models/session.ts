import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

export type MediaType = 'VOICE' | 'CHAT' | 'SOCIAL' | 'EMAIL'
export type SegmentKind = 'IVR' | 'QUEUE' | 'ALERT' | 'INTERACT' | 'HOLD' | 'WRAPUP'

/** A stretch of a session in which one thing went on. */
export interface Segment {
  kind: SegmentKind
  agentId: string | null
  startedAt: Date
  endedAt: Date | null
}

export interface WrapUp {
  code: string
  note: string | null
  agentId: string
  wrappedUpAt: Date
}

/** An agent's hold on a session. */
export interface HeldBy {
  agentId: string
  reservationId: string
}

/** One contact on one channel. */
export interface Session {
  _id: string
  conversationId: string
  channelIdentityId: string
  channel: string
  account: string
  /** The customer's address, repeated from the identity. */
  sourceId: string
  mediaType: MediaType
  status: 'OPEN' | 'ENDED'
  displayName: string | null
  locale: string | null
  /** The switchboard's id of the call; null for everything written. */
  callId: string | null
  /** Agents who have it, the latest last; who handed it on has left. */
  agentIds: string[]
  /** By which of routing's reservations each of them has it: what is told late about an earlier one is no news. */
  held: HeldBy[]
  segments: Segment[]
  startedAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  wrapUp: WrapUp | null
  /** Grows with each event about the session. */
  version: number
}

const segment = new Schema<Segment>(
  { kind: String, agentId: String, startedAt: Date, endedAt: Date },
  { _id: false },
)
const wrapUp = new Schema<WrapUp>(
  { code: String, note: String, agentId: String, wrappedUpAt: Date },
  { _id: false },
)

const schema = new Schema<Session>(
  {
    _id: String,
    conversationId: String,
    channelIdentityId: String,
    channel: String,
    account: String,
    sourceId: String,
    mediaType: String,
    status: String,
    displayName: String,
    locale: String,
    callId: String,
    agentIds: [String],
    held: [new Schema<HeldBy>({ agentId: String, reservationId: String }, { _id: false })],
    segments: [segment],
    startedAt: Date,
    answeredAt: Date,
    endedAt: Date,
    wrapUp: { type: wrapUp, default: null },
    version: Number,
  },
  { versionKey: false },
)
// One open session for each channel identity. Calls count one by one: two people may call from one company's number
// at the same time (for what is written, callId is null and the index holds one).
schema.index(
  { channelIdentityId: 1, callId: 1 },
  { unique: true, partialFilterExpression: { status: 'OPEN' }, name: 'one_open' },
)
schema.index(
  { channel: 1, account: 1, callId: 1 },
  { unique: true, partialFilterExpression: { callId: { $type: 'string' } }, name: 'one_per_call' },
)
schema.index({ conversationId: 1, startedAt: 1 })
schema.index({ channelIdentityId: 1, startedAt: -1 })

export const Sessions = defineModel<Session>('Session', schema, 'sessions')
