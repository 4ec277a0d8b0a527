import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { Identifier } from '#schema/events/vocabulary.ts'

export type IdentifierType = Identifier['type']

/** Something that points to a customer: proved when `verifiedAt` is set, else a claim that links nobody. */
export interface IdentifierRecord {
  _id: string
  customerId: string
  type: IdentifierType
  /** E.164 for PHONE, lower case for EMAIL, `channel:account:sourceId` for CHANNEL_ACCOUNT. */
  value: string
  verified: boolean
  verifiedAt: Date | null
  createdAt: Date
}

const schema = new Schema<IdentifierRecord>(
  {
    _id: String,
    customerId: { type: String, required: true },
    type: { type: String, enum: ['PHONE', 'EMAIL', 'CHANNEL_ACCOUNT', 'EXTERNAL_ID'], required: true },
    value: { type: String, required: true },
    verified: { type: Boolean, required: true },
    verifiedAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
// The race of two first contacts with one proved identifier is decided here.
schema.index({ type: 1, value: 1 }, { unique: true, partialFilterExpression: { verified: true } })
schema.index({ customerId: 1, type: 1, value: 1 }, { unique: true })
schema.index({ value: 1, type: 1 })

export const Identifiers = defineModel<IdentifierRecord>('Identifier', schema, 'identifiers')
