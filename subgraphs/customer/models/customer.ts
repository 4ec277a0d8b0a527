import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Service tiers. */
export type CustomerTier = 'STANDARD' | 'VIP'

/** A person's profile, over all channels. */
export interface CustomerRecord {
  _id: string
  /** Null while nobody has told a name. */
  name: string | null
  /** A name given by staff is not replaced by what a channel says. */
  nameSource: 'CHANNEL' | 'STAFF' | null
  locale: string | null
  tier: CustomerTier
  /** What a search looks for: lower case, found by how it begins. */
  nameTerms: string[]
  identifierTerms: string[]
  createdAt: Date
  lastSeenAt: Date
  /** The profile that took this one's place, when both were found to be one person. */
  mergedInto: string | null
}

const schema = new Schema<CustomerRecord>(
  {
    _id: String,
    name: { type: String, default: null },
    nameSource: { type: String, default: null },
    locale: { type: String, default: null },
    tier: { type: String, enum: ['STANDARD', 'VIP'], default: 'STANDARD' },
    nameTerms: [String],
    identifierTerms: [String],
    createdAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    mergedInto: { type: String, default: null },
  },
  { versionKey: false },
)
schema.index({ mergedInto: 1, lastSeenAt: -1, _id: -1 })
schema.index({ nameTerms: 1 })
schema.index({ identifierTerms: 1 })

export const Customers = defineModel<CustomerRecord>('Customer', schema, 'customers')
