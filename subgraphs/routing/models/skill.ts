import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Something that can be served. An id of two letters is a language (ISO 639-1). */
export interface SkillRecord {
  _id: string
  name: string
}

const schema = new Schema<SkillRecord>(
  { _id: String, name: { type: String, required: true } },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })

export const Skills = defineModel<SkillRecord>('Skill', schema, 'skills')
