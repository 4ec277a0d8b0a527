import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType, SlaMetric } from '#schema/events/vocabulary.ts'
import type { SlaPause } from './sla-policy.ts'

/** Where a clock stands. */
export type SlaStatus = 'ACTIVE' | 'WARNED' | 'MET' | 'MISSED' | 'CANCELED'

/** A clock in one of these still runs, or is paused. */
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
  /** When it was met, missed or canceled, exactly; a miss is at `dueAt`. */
  endedAt?: Date
  /** What the policy asked when the instants were worked out. */
  targetMs: number
  warnBeforeMs: number
  calendarId: string | null
  pauseOn: SlaPause[]
  /** The `version` of the settings by which they were. */
  settingsVersion: number
  /** Since when it runs without a pause; `startedAt` at first. */
  runningSince: Date
  /** Time of the calendar that it ran before `runningSince`. */
  spentMs: number
  /** Since when it stands still; its instants are then those of its last run. */
  pausedAt?: Date
  /** The next of its instants: the warning, then the target. Absent while it stands still and after its end. */
  wakeAt?: Date
  /** NEXT_RESPONSE: the place of the message that waits for an answer. */
  fromSequence?: number
  /** NEXT_RESPONSE: when the agent's next message went out. Until then a missed one is not followed by another. */
  repliedAt?: Date
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
    targetMs: { type: Number, required: true },
    warnBeforeMs: { type: Number, required: true },
    calendarId: { type: String, default: null },
    pauseOn: [String],
    settingsVersion: { type: Number, required: true },
    runningSince: { type: Date, required: true },
    spentMs: { type: Number, required: true },
    pausedAt: Date,
    wakeAt: Date,
    fromSequence: Number,
    repliedAt: Date,
  },
  { versionKey: false },
)
const running = { status: { $in: [...runningSlaStatuses] } }
schema.index(
  { workItemId: 1, metric: 1 },
  { unique: true, name: 'one-running-of-each-metric', partialFilterExpression: running },
)
schema.index({ workItemId: 1, startedAt: 1 })
// What has something to say by now.
schema.index({ wakeAt: 1 }, { partialFilterExpression: { wakeAt: { $exists: true } } })
// What has to follow a change of the settings.
schema.index({ settingsVersion: 1 }, { name: 'running-by-settings', partialFilterExpression: running })

export const AppliedSlas = defineModel<AppliedSlaRecord>('AppliedSla', schema, 'appliedSlas')
