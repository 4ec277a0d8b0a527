import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Whose contact a session is, heard before the session has asked for work; the id is the session's. */
export interface EarlyNewsRecord {
  _id: string
  customerId: string
  tier?: 'STANDARD' | 'VIP'
  resolvedAt: Date
  heardAt: Date
  /** When to look again whether it has asked. */
  lookAt: Date
}

/** Sessions that need nobody never ask. */
const keptSec = 3_600

const schema = new Schema<EarlyNewsRecord>(
  {
    _id: String,
    customerId: { type: String, required: true },
    tier: String,
    resolvedAt: { type: Date, required: true },
    heardAt: { type: Date, required: true },
    lookAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ lookAt: 1 })
schema.index({ heardAt: 1 }, { expireAfterSeconds: keptSec })

export const EarlyNews = defineModel<EarlyNewsRecord>('EarlyNews', schema, 'earlyNews')
