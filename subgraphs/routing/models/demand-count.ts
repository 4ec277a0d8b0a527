import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Contacts that wait for a skill at exactly one proficiency. */
export interface WaitingTally {
  skillId: string
  level: number
  count: number
}

/** The one row that says how far demand has been counted, and who counts next. */
export interface DemandCountRecord {
  _id: 'demand'
  /** One process counts at a time: whoever moves this on. */
  nextAt: Date
  /** The hours before this one are counted; absent before the first time. */
  countedTo?: Date
  countedAt?: Date
  waiting: WaitingTally[]
}

const schema = new Schema<DemandCountRecord>(
  {
    _id: String,
    nextAt: Date,
    countedTo: Date,
    countedAt: Date,
    waiting: [new Schema<WaitingTally>({ skillId: String, level: Number, count: Number }, { _id: false })],
  },
  { versionKey: false },
)

export const DemandCounts = defineModel<DemandCountRecord>('DemandCount', schema, 'demandCounts')
