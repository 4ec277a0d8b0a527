import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/** What a skill is about. */
export type SkillKind = 'CHANNEL' | 'DOMAIN' | 'LANGUAGE' | 'SPECIAL'

/** Something that can be served: a kind of contact, a business domain, or both at once; a language; something special. */
export interface SkillRecord {
  /** An id of two letters is a language (ISO 639-1). */
  _id: string
  name: string
  kind: SkillKind
  mediaType?: MediaType
  domain?: string
  /** At which proficiency every agent has it; absent for a skill that is not basic. */
  basicProficiency?: number
  /** A removed skill stays, because contacts and trainings of the past refer to it; it can be brought back. */
  removedAt?: Date
}

const schema = new Schema<SkillRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    kind: { type: String, required: true },
    mediaType: String,
    domain: String,
    basicProficiency: Number,
    removedAt: Date,
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })

export const Skills = defineModel<SkillRecord>('Skill', schema, 'skills')
