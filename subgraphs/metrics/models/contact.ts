import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/**
 * What is known of one contact; the id is its session's. Its events come in any order and more than once, so every
 * field may be missing and each is written in a way that does not depend on the order: the earliest or the latest wins.
 */
export interface ContactRecord {
  _id: string
  channel?: string
  mediaType?: MediaType
  startedAt?: Date
  /** The first queue it was offered to; a later transfer does not move it to another window. */
  queued?: { at: Date; queueId: string }
  /** The first answer of a person. */
  answered?: { at: Date; agentId: string }
  ended?: { at: Date; by: 'CUSTOMER' | 'AGENT' | 'CHANNEL' | 'SYSTEM'; answered: boolean }
  /** The end of the last after-contact work. */
  wrappedUp?: { at: Date; code: string }
  /** When nothing was left to do for it. */
  closedAt?: Date
  slaWarnedAt?: Date
  slaMetAt?: Date
  slaMissedAt?: Date
  messagesIn?: number
  messagesOut?: number
  /** When anything was last heard of it, by the events' own clocks; old contacts are removed by it. */
  lastAt?: Date
}

const keptSec = 400 * 86_400

// The parts' keys stand in this order in the store, too: $min and $max compare documents field by field, `at` first.
const schema = new Schema<ContactRecord>(
  {
    _id: String,
    channel: String,
    mediaType: String,
    startedAt: Date,
    queued: { _id: false, type: new Schema({ at: Date, queueId: String }, { _id: false }) },
    answered: { _id: false, type: new Schema({ at: Date, agentId: String }, { _id: false }) },
    ended: { _id: false, type: new Schema({ at: Date, by: String, answered: Boolean }, { _id: false }) },
    wrappedUp: { _id: false, type: new Schema({ at: Date, code: String }, { _id: false }) },
    closedAt: Date,
    slaWarnedAt: Date,
    slaMetAt: Date,
    slaMissedAt: Date,
    messagesIn: Number,
    messagesOut: Number,
    lastAt: Date,
  },
  { versionKey: false },
)
schema.index({ 'queued.at': 1 })
schema.index({ 'queued.queueId': 1, 'queued.at': 1 })
schema.index({ lastAt: 1 }, { expireAfterSeconds: keptSec })

export const Contacts = defineModel<ContactRecord>('Contact', schema, 'contacts')
