import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** The one row that numbers the `sla` topic; incremented in the transaction that gives the numbers, so without gaps. */
export interface SlaTopicRecord {
  _id: 'sla'
  head: number
}

const schema = new Schema<SlaTopicRecord>({ _id: String, head: Number }, { versionKey: false })

export const SlaTopics = defineModel<SlaTopicRecord>('SlaTopic', schema, 'slaTopics')
