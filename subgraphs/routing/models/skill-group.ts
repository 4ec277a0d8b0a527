import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** A skill that a group gives to its members. */
export interface SkillGrantRecord {
  skillId: string
  proficiency: number
}

/** Agents who get skills together. */
export interface SkillGroupRecord {
  _id: string
  name: string
  grants: SkillGrantRecord[]
  agentIds: string[]
}

const schema = new Schema<SkillGroupRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    grants: [new Schema<SkillGrantRecord>({ skillId: String, proficiency: Number }, { _id: false })],
    agentIds: [String],
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })
schema.index({ agentIds: 1 })

export const SkillGroups = defineModel<SkillGroupRecord>('SkillGroup', schema, 'skillGroups')
