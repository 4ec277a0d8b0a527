import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** One sign-in. Its token holds only while this row is there, so that signing out ends it everywhere. */
export interface StaffSessionRow {
  _id: string
  accountId: string
  createdAt: Date
  expiresAt: Date
}

const schema = new Schema<StaffSessionRow>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
schema.index({ accountId: 1 })

export const StaffSessions = defineModel<StaffSessionRow>('StaffSession', schema, 'staffSessions')
