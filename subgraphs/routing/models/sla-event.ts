import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** A warning, a breach or a met target, at its place in the `sla` topic. */
export interface SlaEventRecord {
  /** UUIDv7: events are numbered in the order of their making. */
  _id: string
  /** From 1, without gaps; absent until it is numbered. */
  sequence?: number
  /** Waits for its number. */
  pending?: true
  status: 'WARNED' | 'MISSED' | 'MET'
  appliedSlaId: string
  workItemId: string
  /** Exactly: the clock's `warnAt` or `dueAt`, or the instant that met it. */
  occurredAt: Date
  /** When it was noticed, by the store's clock. */
  noticedAt: Date
}

const schema = new Schema<SlaEventRecord>(
  {
    _id: String,
    sequence: Number,
    pending: Boolean,
    status: { type: String, required: true },
    appliedSlaId: { type: String, required: true },
    workItemId: { type: String, required: true },
    occurredAt: { type: Date, required: true },
    noticedAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ sequence: 1 }, { unique: true, partialFilterExpression: { sequence: { $gt: 0 } } })
schema.index({ pending: 1, _id: 1 }, { partialFilterExpression: { pending: true } })
// Each thing happens to a clock once.
schema.index({ appliedSlaId: 1, status: 1 }, { unique: true })

export const SlaEvents = defineModel<SlaEventRecord>('SlaEvent', schema, 'slaEvents')
