import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'

/**
 * Where a work item stands. It returns to QUEUED when an offer comes to nothing, and when its agent hands it on or is
 * lost; PARKED is a silent customer's, who is in nobody's hands until they write again.
 */
export type WorkItemStatus =
  | 'QUEUED'
  | 'RESERVED'
  | 'ASSIGNED'
  | 'PARKED'
  | 'WRAPPING'
  | 'COMPLETED'
  | 'CANCELED'

/** The customer still waits: an offer that rings is no answer. */
export const waitingStatuses = ['QUEUED', 'RESERVED'] as const satisfies readonly WorkItemStatus[]

/** An agent who did not take the contact, and when; see `isPassedOver`. */
export interface PassedOver {
  agentId: string
  at: Date
}

/** Someone is to call the customer. */
export interface CallbackRecord {
  /** Not before; as soon as possible without it. */
  at?: Date
  /** Who promised to do it themselves. */
  agentId?: string
  /** Another number than the contact's own, E.164. */
  phone?: string
  requestedAt: Date
  requestedBy: string
  /** When an agent took it; before that it still has to be made. */
  takenAt?: Date
}

/** The last time that a contact was handed on, or is about to be. */
export interface TransferRecord {
  kind: 'COLD' | 'WARM' | 'CONSULT'
  fromAgentId: string
  toAgentId?: string
  queueId: string
  note?: string
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
  /** Whose contact it is, as far as the customer subgraph has found out. */
  customerId?: string
  queueId: string
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
  /** The second agent's reservation, while the first one keeps the contact. */
  consultReservationId?: string
  /** Who had it in hand last. */
  servedBy?: string
  /** Who served this customer last, here or in an earlier contact: goes first. */
  lastAgentId?: string
  /** For this agent alone, until `onlyAgentUntil`. */
  onlyAgentId?: string
  onlyAgentUntil?: Date
  /** Nobody is offered it earlier. */
  notBefore?: Date
  callback?: CallbackRecord
  transfer?: TransferRecord
  /** Since when the customer owes a word; absent while it is the agent's turn. */
  silentSince?: Date
  parkedAt?: Date
  /** The customer has hung up or left; a callback goes on without them. */
  sessionEndedAt?: Date
  /** After-contact work ends by itself then. */
  wrapUpEndsAt?: Date
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
    customerId: String,
    queueId: { type: String, required: true },
    priority: { type: Number, required: true },
    customerTier: String,
    status: { type: String, required: true },
    queuedAt: { type: Date, required: true },
    warnAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    orderAt: { type: Date, required: true },
    reservationId: String,
    consultReservationId: String,
    servedBy: String,
    lastAgentId: String,
    onlyAgentId: String,
    onlyAgentUntil: Date,
    notBefore: Date,
    callback: new Schema<CallbackRecord>(
      { at: Date, agentId: String, phone: String, requestedAt: Date, requestedBy: String, takenAt: Date },
      { _id: false },
    ),
    transfer: new Schema<TransferRecord>(
      { kind: String, fromAgentId: String, toAgentId: String, queueId: String, note: String, at: Date },
      { _id: false },
    ),
    silentSince: Date,
    parkedAt: Date,
    sessionEndedAt: Date,
    wrapUpEndsAt: Date,
    answeredAt: Date,
    closedAt: Date,
    passedOver: [new Schema({ agentId: String, at: Date }, { _id: false })],
    version: { type: Number, required: true },
  },
  { versionKey: false },
)
schema.index({ sessionId: 1 }, { unique: true })
// All that wait: a leader's core that begins or is checked, and what skills they ask for. What is over is not in it.
schema.index({ status: 1 }, { partialFilterExpression: { status: { $in: [...waitingStatuses] } } })
// A queue's waiting list in order, and the board's figures without reading a document.
schema.index({ queueId: 1, status: 1, orderAt: 1, _id: 1, queuedAt: 1, dueAt: 1, warnAt: 1 })
// How fast a queue answers.
schema.index({ queueId: 1, answeredAt: -1 }, { partialFilterExpression: { answeredAt: { $exists: true } } })
// The sweeper: what ends by itself, each in a small index of its own.
schema.index({ wrapUpEndsAt: 1 }, { partialFilterExpression: { status: 'WRAPPING' } })
schema.index({ onlyAgentUntil: 1 }, { partialFilterExpression: { status: 'QUEUED' } })
schema.index({ silentSince: 1 }, { partialFilterExpression: { status: 'ASSIGNED' } })
// A customer's contacts, the newest first.
schema.index(
  { customerId: 1, queuedAt: -1 },
  { partialFilterExpression: { customerId: { $type: 'string' } } },
)

export const WorkItems = defineModel<WorkItemRecord>('WorkItem', schema, 'workItems')
