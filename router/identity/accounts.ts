import { Schema } from 'mongoose'
import { type StaffRole, staffRoles } from '#platform/identity/viewer.ts'
import { defineModel } from '#platform/store/define-model.ts'

/** A member of staff who can sign in. */
export interface AccountRow {
  _id: string
  /** In lower case; unique. */
  email: string
  name: string
  roles: StaffRole[]
  /** argon2id in PHC format. */
  passwordHash: string
  createdAt: Date
}

const schema = new Schema<AccountRow>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    roles: { type: [{ type: String, enum: staffRoles }], required: true },
    passwordHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ email: 1 }, { unique: true })

export const Accounts = defineModel<AccountRow>('Account', schema, 'accounts')
