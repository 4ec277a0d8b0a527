import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** A partner's key; of the key itself only its hash is kept. */
export interface ApiKeyRow {
  _id: string
  name: string
  scopes: string[]
  /** SHA-256: the key has 256 random bits, so nothing slower is needed. */
  keyHash: string
  createdAt: Date
  /** The admin's account id. */
  createdBy: string
  revokedAt?: Date
}

const schema = new Schema<ApiKeyRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    scopes: { type: [String], required: true },
    keyHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    revokedAt: Date,
  },
  { versionKey: false },
)
schema.index({ keyHash: 1 }, { unique: true })

export const ApiKeys = defineModel<ApiKeyRow>('ApiKey', schema, 'apiKeys')
