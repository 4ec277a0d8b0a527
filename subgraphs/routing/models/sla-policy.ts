import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'

/** When a clock stands still: while it is the customer's turn to write. */
export type SlaPause = 'CUSTOMER_TURN'

/** A target for some contacts. Fields that choose contacts are stored as null where they do not, so that the index sees them. */
export interface SlaPolicyRecord {
  _id: string
  name: string
  mediaType: MediaType
  channel: string | null
  queueId: string | null
  /** Contacts of at least this priority. */
  minimumPriority: number | null
  customerTier: string | null
  metric: SlaMetric
  targetMs: number
  /** How long before the target the warning comes. */
  warnBeforeMs: number
  /** Only the open hours of this calendar count; null counts all time. */
  calendarId: string | null
  pauseOn: SlaPause[]
  /** A removed policy stays, because clocks of the past refer to it; null while it is in force. */
  removedAt: Date | null
}

const schema = new Schema<SlaPolicyRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    mediaType: { type: String, required: true },
    channel: { type: String, default: null },
    queueId: { type: String, default: null },
    minimumPriority: { type: Number, default: null },
    customerTier: { type: String, default: null },
    metric: { type: String, required: true },
    targetMs: { type: Number, required: true },
    warnBeforeMs: { type: Number, required: true },
    calendarId: { type: String, default: null },
    pauseOn: [String],
    removedAt: { type: Date, default: null },
  },
  { versionKey: false },
)
// For the same contacts one policy sets a clock, so that which one applies is never chance.
schema.index(
  { mediaType: 1, metric: 1, queueId: 1, customerTier: 1, minimumPriority: 1, channel: 1, removedAt: 1 },
  { unique: true, name: 'one-for-the-same-contacts' },
)
schema.index({ calendarId: 1 })

export const SlaPolicies = defineModel<SlaPolicyRecord>('SlaPolicy', schema, 'slaPolicies')
