import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/**
 * One contact of a customer; the id is the session's. Its events arrive in any order, so that all but the id may be
 * missing for a while; it is the customer's as soon as `customerId` is set.
 */
export interface TouchpointRecord {
  _id: string
  customerId?: string
  channel?: string
  startedAt?: Date
  endedAt?: Date
  /** The start of the customer's first words, and their place in the conversation. */
  first?: { sequence: number; preview: string }
  /** When the customer last wrote or spoke in it. */
  lastMessageAt?: Date
}

const schema = new Schema<TouchpointRecord>(
  {
    _id: String,
    customerId: String,
    channel: String,
    startedAt: Date,
    endedAt: Date,
    first: { _id: false, type: new Schema({ sequence: Number, preview: String }, { _id: false }) },
    lastMessageAt: Date,
  },
  { versionKey: false },
)
schema.index({ customerId: 1, startedAt: -1, _id: -1 })

export const Touchpoints = defineModel<TouchpointRecord>('Touchpoint', schema, 'touchpoints')
