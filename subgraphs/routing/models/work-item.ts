import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/** Where a work item stands; it only ever returns from RESERVED to QUEUED, otherwise it goes forward. */
export type WorkItemStatus = 'QUEUED' | 'RESERVED' | 'ASSIGNED' | 'WRAPPING' | 'COMPLETED' | 'CANCELED'

/** The customer still waits: an offer that rings is no answer. */
export const waitingStatuses = ['QUEUED', 'RESERVED'] as const satisfies readonly WorkItemStatus[]

/** An agent who did not take the contact, and when; see `mayBeOfferedTo`. */
export interface PassedOver {
  agentId: string
  at: Date
}

/** A contact on its way through routing: one for each session. */
export interface WorkItemRecord {
  _id: string
  sessionId: string
  conversationId: string
  channel: string
  mediaType: MediaType
  /** Two-letter language of the customer; preferred in ranking. */
  language?: string
  domain?: string
  queueId: string
  /** `lineOf(queueId, mediaType)`: what one free agent either can serve or can not. */
  line: string
  priority: number
  /** The customer's tier, once it is known; SLA policies look at it. */
  customerTier?: string
  status: WorkItemStatus
  queuedAt: Date
  /** The first of its clocks to warn. */
  warnAt: Date
  /** The first of its clocks to be due. */
  dueAt: Date
  /** The effective due instant that orders the line: `orderAt(dueAt, priority)`. */
  orderAt: Date
  /** The reservation that is live, or the one that ended it. */
  reservationId?: string
  answeredAt?: Date
  closedAt?: Date
  passedOver: PassedOver[]
  /** Grows with every transition: of two facts about the item the one with the greater version is the newer. */
  version: number
}

const schema = new Schema<WorkItemRecord>(
  {
    _id: String,
    sessionId: { type: String, required: true },
    conversationId: { type: String, required: true },
    channel: { type: String, required: true },
    mediaType: { type: String, required: true },
    language: String,
    domain: String,
    queueId: { type: String, required: true },
    line: { type: String, required: true },
    priority: { type: Number, required: true },
    customerTier: String,
    status: { type: String, required: true },
    queuedAt: { type: Date, required: true },
    warnAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    orderAt: { type: Date, required: true },
    reservationId: String,
    answeredAt: Date,
    closedAt: Date,
    passedOver: [new Schema({ agentId: String, at: Date }, { _id: false })],
    version: { type: Number, required: true },
  },
  { versionKey: false },
)
schema.index({ sessionId: 1 }, { unique: true })
// Dispatch: the head of each line.
schema.index({ status: 1, line: 1, orderAt: 1, _id: 1 })
// A queue's waiting list in order, and the board's figures without reading a document.
schema.index({ queueId: 1, status: 1, orderAt: 1, _id: 1, queuedAt: 1, dueAt: 1, warnAt: 1 })
// How fast a queue answers.
schema.index({ queueId: 1, answeredAt: -1 }, { partialFilterExpression: { answeredAt: { $exists: true } } })

export const WorkItems = defineModel<WorkItemRecord>('WorkItem', schema, 'workItems')
