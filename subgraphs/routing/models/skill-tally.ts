import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** What contacts asked for of a skill at exactly one proficiency. */
export interface LevelTally {
  level: number
  arrivals: number
  slaMissed: number
  /** Time that agents worked on them, from accepting to the end of wrap-up. */
  workMs: number
  /** The same, each weighed by the part of an agent that it took: of a chat, a third. */
  loadMs: number
  /** Sum of the times within which they were to be answered. */
  targetMs: number
  /** Of a day: the load of its busiest hour, of contacts that asked for this proficiency or a better one. */
  peakLoadMs?: number
}

/** Demand for one skill in one hour, or one day in UTC. */
export interface SkillTallyRecord {
  /** `span/at/skill`: counting anew replaces the row. */
  _id: string
  span: 'HOUR' | 'DAY'
  at: Date
  skillId: string
  levels: LevelTally[]
  /** Agents who had the skill at 1, 2, 3, 4 or 5 or better, summed over all looks while such contacts came. */
  holders: number[]
  /** Those of them who were on duty. */
  onDuty: number[]
  /** When the row is dropped. */
  expiresAt: Date
}

const level = new Schema<LevelTally>(
  {
    level: Number,
    arrivals: Number,
    slaMissed: Number,
    workMs: Number,
    loadMs: Number,
    targetMs: Number,
    peakLoadMs: Number,
  },
  { _id: false },
)

const schema = new Schema<SkillTallyRecord>(
  {
    _id: String,
    span: { type: String, required: true },
    at: { type: Date, required: true },
    skillId: { type: String, required: true },
    levels: [level],
    holders: { type: [Number], required: true },
    onDuty: { type: [Number], required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ span: 1, at: 1, skillId: 1 })
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export const SkillTallies = defineModel<SkillTallyRecord>('SkillTally', schema, 'skillTallies')
