import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** The gap that a plan was made against, as it was measured then. */
export interface TrainingPlanGapRecord {
  window: 'LAST_24_HOURS' | 'LAST_7_DAYS' | 'LAST_28_DAYS'
  severity: 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
  requiredAgents: number
  missingAgents: number
  arrivals: number
  slaMissed: number
}

/** Trainings that are to close a gap, or to renew certifications. */
export interface TrainingPlanRecord {
  /** UUIDv7: the newest is the greatest. */
  _id: string
  skillId: string
  targetLevel: number
  reason: 'GAP' | 'RECERTIFICATION'
  /** Of recertifications: the month, for instance 2026-11. A skill has one such plan a month. */
  period?: string
  gap?: TrainingPlanGapRecord
  dueAt: Date
  proposedById?: string
  proposedBy?: string
  createdAt: Date
}

const schema = new Schema<TrainingPlanRecord>(
  {
    _id: String,
    skillId: { type: String, required: true },
    targetLevel: { type: Number, required: true },
    reason: { type: String, required: true },
    period: String,
    gap: new Schema<TrainingPlanGapRecord>(
      {
        window: String,
        severity: String,
        requiredAgents: Number,
        missingAgents: Number,
        arrivals: Number,
        slaMissed: Number,
      },
      { _id: false },
    ),
    dueAt: { type: Date, required: true },
    proposedById: String,
    proposedBy: String,
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ skillId: 1, _id: -1 })
schema.index(
  { skillId: 1, period: 1 },
  { unique: true, partialFilterExpression: { period: { $exists: true } } },
)

export const TrainingPlans = defineModel<TrainingPlanRecord>('TrainingPlan', schema, 'trainingPlans')
