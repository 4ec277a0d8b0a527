import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Whose turn it is in an answered contact; the id is the session's. Its news may come in any order. */
export interface SessionTurnRecord {
  _id: string
  /** The place of the agents' newest message that was heard of; 0 for none. */
  agentSequence: number
  /** The place of the customer's newest message that was heard of, and when they wrote it; 0 for none. */
  customerSequence: number
  customerAt?: Date
  heardAt: Date
}

const keptSec = 30 * 86_400

const schema = new Schema<SessionTurnRecord>(
  {
    _id: String,
    agentSequence: { type: Number, required: true },
    customerSequence: { type: Number, required: true },
    customerAt: Date,
    heardAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ heardAt: 1 }, { expireAfterSeconds: keptSec })

export const SessionTurns = defineModel<SessionTurnRecord>('SessionTurn', schema, 'sessionTurns')
