import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Where a training stands. */
export type TrainingState =
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'IN_PROGRESS'
  | 'READY_FOR_CERTIFICATION'
  | 'CERTIFIED'
  | 'DECLINED'
  | 'CANCELED'
  | 'EXPIRED'

/** What was certified, by whom. */
export interface CertificationRecord {
  proficiency: number
  validUntil?: Date
  certifiedById: string
  certifiedBy: string
  certifiedAt: Date
}

/** What was done or learned. */
export interface TrainingNoteRecord {
  at: Date
  byId: string
  by: string
  text: string
  evidenceUrl?: string
}

/** Who moved it to which state. */
export interface TrainingStepRecord {
  at: Date
  byId?: string
  by?: string
  state: TrainingState
  reason?: string
}

/** One agent's way to a skill. */
export interface TrainingItemRecord {
  /** UUIDv7: the newest is the greatest. */
  _id: string
  planId: string
  agentId: string
  skillId: string
  fromLevel?: number
  targetLevel: number
  state: TrainingState
  /** Until it is certified, declined, canceled or expired. An agent has one open training for a skill. */
  open?: true
  dueAt: Date
  /** Why this agent, 0 to 1; see `rankCandidates`. */
  score: number
  certification?: CertificationRecord
  notes: TrainingNoteRecord[]
  history: TrainingStepRecord[]
}

const certification = new Schema<CertificationRecord>(
  { proficiency: Number, validUntil: Date, certifiedById: String, certifiedBy: String, certifiedAt: Date },
  { _id: false },
)
const note = new Schema<TrainingNoteRecord>(
  { at: Date, byId: String, by: String, text: String, evidenceUrl: String },
  { _id: false },
)
const step = new Schema<TrainingStepRecord>(
  { at: Date, byId: String, by: String, state: String, reason: String },
  { _id: false },
)

const schema = new Schema<TrainingItemRecord>(
  {
    _id: String,
    planId: { type: String, required: true },
    agentId: { type: String, required: true },
    skillId: { type: String, required: true },
    fromLevel: Number,
    targetLevel: { type: Number, required: true },
    state: { type: String, required: true },
    open: Boolean,
    dueAt: { type: Date, required: true },
    score: { type: Number, required: true },
    certification,
    notes: [note],
    history: [step],
  },
  { versionKey: false },
)
schema.index({ agentId: 1, skillId: 1 }, { unique: true, partialFilterExpression: { open: true } })
schema.index({ agentId: 1, _id: -1 })
schema.index({ planId: 1, score: -1, _id: 1 })
schema.index({ skillId: 1, targetLevel: 1 }, { partialFilterExpression: { open: true } })
// What nobody began in time.
schema.index({ state: 1, dueAt: 1 })

export const TrainingItems = defineModel<TrainingItemRecord>('TrainingItem', schema, 'trainingItems')
