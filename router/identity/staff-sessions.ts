import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/**
 * One sign-in, with all the tokens that were made of it since. They hold only while this row is there, so that signing
 * out ends them everywhere.
 */
export interface StaffSessionRow {
  _id: string
  accountId: string
  createdAt: Date
  expiresAt: Date
  /** The account's `credential` at the sign-in. */
  credential?: number
  /** Of the refresh token that holds; each refresh takes the next one. */
  generation?: number
  /** The last refresh tokens that were replaced, and when. */
  superseded?: Array<{ generation: number; at: Date }>
  /** When it was opened or last refreshed. */
  lastSeenAt?: Date
  /** By which its owner recognises it. */
  address?: string
  userAgent?: string
}

const schema = new Schema<StaffSessionRow>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    credential: Number,
    generation: Number,
    superseded: { type: [{ _id: false, generation: Number, at: Date }], default: undefined },
    lastSeenAt: Date,
    address: String,
    userAgent: String,
  },
  { versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
schema.index({ accountId: 1 })

export const StaffSessions = defineModel<StaffSessionRow>('StaffSession', schema, 'staffSessions')
