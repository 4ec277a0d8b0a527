import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'

/** Where a clock stands. */
export type SlaStatus = 'ACTIVE' | 'WARNED' | 'MET' | 'MISSED' | 'CANCELED'

/** A clock in one of these still runs. */
export const runningSlaStatuses = ['ACTIVE', 'WARNED'] as const satisfies readonly SlaStatus[]

/** A policy's clock on one work item. Its instants are the truth; jobs only wake somebody to look at them. */
export interface AppliedSlaRecord {
  _id: string
  policyId: string
  workItemId: string
  sessionId: string
  queueId: string
  channel: string
  mediaType: MediaType
  metric: SlaMetric
  status: SlaStatus
  startedAt: Date
  warnAt: Date
  dueAt: Date
  endedAt?: Date
}

const schema = new Schema<AppliedSlaRecord>(
  {
    _id: String,
    policyId: { type: String, required: true },
    workItemId: { type: String, required: true },
    sessionId: { type: String, required: true },
    queueId: { type: String, required: true },
    channel: { type: String, required: true },
    mediaType: { type: String, required: true },
    metric: { type: String, required: true },
    status: { type: String, required: true },
    startedAt: { type: Date, required: true },
    warnAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    endedAt: Date,
  },
  { versionKey: false },
)
schema.index({ workItemId: 1, metric: 1 }, { unique: true })
// The sweeper: clocks whose warning or target has passed.
schema.index({ status: 1, warnAt: 1 })
schema.index({ status: 1, dueAt: 1 })

export const AppliedSlas = defineModel<AppliedSlaRecord>('AppliedSla', schema, 'appliedSlas')
