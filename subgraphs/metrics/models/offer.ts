import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { ReservationStatus } from '#schema/events/vocabulary.ts'

/** One contact offered to one agent; the id is the reservation's. Its events come in any order. */
export interface OfferRecord {
  _id: string
  sessionId: string
  queueId: string
  agentId: string
  createdAt?: Date
  acceptedAt?: Date
  closed?: { at: Date; status: ReservationStatus }
  lastAt: Date
}

const keptSec = 400 * 86_400

const schema = new Schema<OfferRecord>(
  {
    _id: String,
    sessionId: String,
    queueId: String,
    agentId: String,
    createdAt: Date,
    acceptedAt: Date,
    closed: { _id: false, type: new Schema({ at: Date, status: String }, { _id: false }) },
    lastAt: Date,
  },
  { versionKey: false },
)
schema.index({ agentId: 1, createdAt: -1 })
schema.index({ lastAt: 1 }, { expireAfterSeconds: keptSec })

export const Offers = defineModel<OfferRecord>('Offer', schema, 'offers')
