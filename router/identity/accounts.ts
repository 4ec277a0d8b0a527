import { Schema } from 'mongoose'
import { type StaffRole, staffRoles } from '#platform/identity/viewer.ts'
import { defineModel } from '#platform/store/define-model.ts'

/** A member of staff: one who signs in with a password of ours, or one whom a configured issuer knows. */
export interface AccountRow {
  _id: string
  /** What an own account signs in with, in lower case; unique. */
  email?: string
  name: string
  roles: StaffRole[]
  /** argon2id in PHC format; only of own accounts. */
  passwordHash?: string
  createdAt: Date
  /** Grows when sessions that were opened before must not go on: a new password, a lock by an admin. */
  credential?: number
  disabledAt?: Date
  /** Whose account it is at which issuer; unique together. */
  issuer?: string
  subject?: string
  /** The issuer's word; it opens nothing here, least of all an own account with the same address. */
  contactEmail?: string
  /** The instant of the issuer's newest token that named the roles. */
  rolesAt?: Date
}

const schema = new Schema<AccountRow>(
  {
    _id: { type: String, required: true },
    email: String,
    name: { type: String, required: true },
    roles: { type: [{ type: String, enum: staffRoles }], required: true },
    passwordHash: String,
    createdAt: { type: Date, required: true },
    credential: Number,
    disabledAt: Date,
    issuer: String,
    subject: String,
    contactEmail: String,
    rolesAt: Date,
  },
  { versionKey: false },
)
schema.index(
  { email: 1 },
  { unique: true, partialFilterExpression: { email: { $exists: true } }, name: 'one_per_email' },
)
schema.index(
  { issuer: 1, subject: 1 },
  { unique: true, partialFilterExpression: { issuer: { $exists: true } }, name: 'one_per_subject' },
)

export const Accounts = defineModel<AccountRow>('Account', schema, 'accounts')
