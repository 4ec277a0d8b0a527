import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/** A skill that a queue needs, and how well (1 to 5). */
export interface SkillRequirementRecord {
  skillId: string
  minimumProficiency: number
}

/** From some waiting time on, more people may serve. */
export interface RoutingStepRecord {
  /** Since the contact was queued. */
  relaxAfterMs: number
  /** What is needed from then on: each need of the step before, the same, lower, or left out. */
  requiredSkills: SkillRequirementRecord[]
  /** Who could serve one of these may serve too, from then on. */
  overflowQueueIds: string[]
  /** How far the contact moves ahead in its line, once. */
  advanceMs: number
}

/** What becomes of an agent who lets a call or a chat ring until it runs out. */
export type WhenOfferMissed = 'AWAY' | 'KEEP'

/** A line of contacts that wait for people with certain skills. */
export interface QueueRecord {
  _id: string
  name: string
  mediaTypes: MediaType[]
  domain?: string
  /** What is needed at first. */
  requiredSkills: SkillRequirementRecord[]
  /** The relaxations that follow, the earliest first; five at most. */
  steps: RoutingStepRecord[]
  reservationTimeoutMs: number
  whenOfferMissed: WhenOfferMissed
  /** After-contact work ends by itself after this; absent: never. */
  wrapUpLimitMs?: number
  /** A chat or social contact whose customer is silent for so long leaves its agent's hands; absent: never. */
  silentAfterMs?: number
  /** With so many waiting, the next one goes to `overflowTo`. */
  maxWaiting?: number
  overflowTo?: string
  /** The share of contacts to be answered in time, 0 to 1: the line on the board. */
  serviceLevelGoal: number
  /** Counts what was decided about it, also by queues that refer to it: what two of them decide at once conflicts. */
  revision: number
  /** A removed queue stays, because contacts of the past refer to it; nothing new comes here. */
  removedAt?: Date
  /** Where a removed queue's contacts go. */
  successorId?: string
}

const requirement = new Schema<SkillRequirementRecord>(
  { skillId: String, minimumProficiency: Number },
  { _id: false },
)
const step = new Schema<RoutingStepRecord>(
  { relaxAfterMs: Number, requiredSkills: [requirement], overflowQueueIds: [String], advanceMs: Number },
  { _id: false },
)

const schema = new Schema<QueueRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    mediaTypes: { type: [String], required: true },
    domain: String,
    requiredSkills: [requirement],
    steps: [step],
    reservationTimeoutMs: { type: Number, required: true },
    whenOfferMissed: { type: String, required: true },
    wrapUpLimitMs: Number,
    silentAfterMs: Number,
    maxWaiting: Number,
    overflowTo: String,
    serviceLevelGoal: { type: Number, required: true },
    revision: { type: Number, required: true },
    removedAt: Date,
    successorId: String,
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })

export const Queues = defineModel<QueueRecord>('Queue', schema, 'queues')
