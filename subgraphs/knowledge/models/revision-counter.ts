import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** The revision given last. Incremented in the publishing transaction, so that revisions commit in their order. */
export interface RevisionCounterRecord {
  _id: 'articles'
  last: number
}

const schema = new Schema<RevisionCounterRecord>({ _id: String, last: Number }, { versionKey: false })

export const RevisionCounters = defineModel<RevisionCounterRecord>(
  'RevisionCounter',
  schema,
  'revision_counters',
)
