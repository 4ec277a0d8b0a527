import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import { type Participant, participantSchema } from './participant.ts'

export type ConversationStatus = 'OPEN' | 'CLOSED'

/** One line of communication with a customer. */
export interface Conversation {
  _id: string
  status: ConversationStatus
  /** How many sessions are open; the status follows from it. */
  openSessions: number
  /** The greatest sequence given to a message; it grows in the transaction that records the message. */
  lastSequence: number
  lastMessageAt: Date | null
  lastActivityAt: Date
  participants: Participant[]
  customerId: string | null
  /** Visitors of the widget whose line this is. */
  visitorIds: string[]
  /** Grows with each change. */
  version: number
  createdAt: Date
}

const schema = new Schema<Conversation>(
  {
    _id: String,
    status: String,
    openSessions: Number,
    lastSequence: Number,
    lastMessageAt: Date,
    lastActivityAt: Date,
    participants: [participantSchema],
    customerId: String,
    visitorIds: [String],
    version: Number,
    createdAt: Date,
  },
  { versionKey: false },
)
// The list orders; each of them ends in the id, which makes cursors exact.
schema.index({ lastActivityAt: -1, _id: -1 })
schema.index({ status: 1, lastActivityAt: -1, _id: -1 })
schema.index({ customerId: 1, lastActivityAt: -1, _id: -1 })

export const Conversations = defineModel<Conversation>('Conversation', schema, 'conversations')
