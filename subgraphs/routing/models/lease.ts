import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Who leads the routing core. The epoch grows with each new leader: it is the fencing token. */
export interface LeaseRecord {
  _id: 'core'
  holder: string
  epoch: number
  /** By the store's clock. */
  expiresAt: Date
  /** Incremented by every transaction of the leader: the write is what fences. */
  writes: number
}

const schema = new Schema<LeaseRecord>(
  { _id: String, holder: String, epoch: Number, expiresAt: Date, writes: Number },
  { versionKey: false },
)

export const Leases = defineModel<LeaseRecord>('Lease', schema, 'leases')
