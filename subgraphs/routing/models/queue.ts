import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/** A skill that a queue needs, and how well (1 to 5). */
export interface SkillRequirementRecord {
  skillId: string
  minimumProficiency: number
}

/** A line of contacts that wait for people with certain skills. */
export interface QueueRecord {
  _id: string
  name: string
  mediaTypes: MediaType[]
  domain?: string
  requiredSkills: SkillRequirementRecord[]
  reservationTimeoutMs: number
}

const schema = new Schema<QueueRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    mediaTypes: { type: [String], required: true },
    domain: String,
    requiredSkills: [new Schema({ skillId: String, minimumProficiency: Number }, { _id: false })],
    reservationTimeoutMs: { type: Number, required: true },
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })

export const Queues = defineModel<QueueRecord>('Queue', schema, 'queues')
