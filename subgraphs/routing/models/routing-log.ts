import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** What happened. Kinds may be added; none changes its meaning, for old entries stay. */
export type RoutingEntryKind =
  | 'QUEUED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'RELEASED'
  | 'REQUEUED'
  | 'RETARGETED'
  | 'ANSWERED'
  | 'WRAPPING'
  /** A supervisor or the agent put it to another place in line, or it changed while it waits. */
  | 'CHANGED'
  | 'ASSIGNED'
  | 'TRANSFERRED'
  | 'CONSULTED'
  | 'PARKED'
  | 'CALLBACK'
  | 'CLOSED'
  | 'PRESENCE'
  | 'AGENT_SAVED'
  | 'QUEUE_SAVED'
  | 'QUEUE_REMOVED'
  | 'LED'
  | 'CHECKED'

/**
 * One thing that happened in routing, written in the transaction that made it true and never changed. In commit order
 * the entries are the feed of the leader's and the standby's core, the account of why a contact went where it went, and
 * what a replay gives the same decisions from.
 */
export interface RoutingLogRecord {
  /** UUIDv7. */
  _id: string
  at: Date
  kind: RoutingEntryKind
  /** In codes, for instance LONGEST_IDLE, REJECTED, AGENT_LEFT. */
  reason: string
  workItemId?: string
  agentId?: string
  queueId?: string
  reservationId?: string
  /** The person who did it, where it was not the agent concerned: a supervisor. */
  actorId?: string
  /** The fact for the core (`RoutingCommand`), where there is one. */
  command?: object
  /** The core's grounds (`OfferDecision`), where it decided. */
  decision?: object
  /** The leader's epoch, on what only a leader writes. */
  epoch?: number
}

const keptSec = 30 * 86_400

const schema = new Schema<RoutingLogRecord>(
  {
    _id: String,
    at: { type: Date, required: true },
    kind: { type: String, required: true },
    reason: { type: String, required: true },
    workItemId: String,
    agentId: String,
    queueId: String,
    reservationId: String,
    actorId: String,
    command: Schema.Types.Mixed,
    decision: Schema.Types.Mixed,
    epoch: Number,
  },
  { versionKey: false },
)
schema.index({ at: 1 }, { expireAfterSeconds: keptSec })
schema.index({ workItemId: 1, _id: 1 })
schema.index({ agentId: 1, _id: 1 }, { partialFilterExpression: { agentId: { $exists: true } } })
// What a queue needed at the time of a decision.
schema.index({ queueId: 1, _id: 1 }, { partialFilterExpression: { kind: 'QUEUE_SAVED' } })

export const RoutingLog = defineModel<RoutingLogRecord>('RoutingLogEntry', schema, 'routingLog')
