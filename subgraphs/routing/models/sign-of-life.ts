import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** An agent's desk is there. Apart from their profile, so that these writes meet no transaction. */
export interface SignOfLifeRecord {
  /** The agent's id. */
  _id: string
  /** By the store's clock. */
  seenAt: Date
}

const schema = new Schema<SignOfLifeRecord>(
  { _id: String, seenAt: { type: Date, required: true } },
  { versionKey: false },
)
schema.index({ seenAt: 1 })

export const SignsOfLife = defineModel<SignOfLifeRecord>('SignOfLife', schema, 'signsOfLife')
