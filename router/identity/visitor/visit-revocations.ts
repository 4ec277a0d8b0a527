import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** A visit that the visitor has ended: none of its tokens holds any more. The row stays as long as one could. */
export interface VisitRevocationRow {
  /** The visit's id. */
  _id: string
  revokedAt: Date
  expiresAt: Date
}

const schema = new Schema<VisitRevocationRow>(
  {
    _id: { type: String, required: true },
    revokedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export const VisitRevocations = defineModel<VisitRevocationRow>('VisitRevocation', schema, 'visitRevocations')
