import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'

/** A response target for contacts of one kind, of one queue or of all. */
export interface SlaPolicyRecord {
  _id: string
  name: string
  mediaType: MediaType
  /** Null for all queues. Stored as null, so that the unique index sees it. */
  queueId: string | null
  metric: SlaMetric
  targetMs: number
  /** How long before the target the warning comes. */
  warnBeforeMs: number
}

const schema = new Schema<SlaPolicyRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    mediaType: { type: String, required: true },
    queueId: { type: String, default: null },
    metric: { type: String, required: true },
    targetMs: { type: Number, required: true },
    warnBeforeMs: { type: Number, required: true },
  },
  { versionKey: false },
)
schema.index({ mediaType: 1, queueId: 1, metric: 1 }, { unique: true })

export const SlaPolicies = defineModel<SlaPolicyRecord>('SlaPolicy', schema, 'slaPolicies')
