import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { MediaType, ReservationStatus } from '#schema/events/vocabulary.ts'

/** A reservation in one of these holds its work item and its agent's capacity. */
export const liveReservationStatuses = [
  'PENDING',
  'ACCEPTED',
  'WRAPPING',
] as const satisfies readonly ReservationStatus[]

/** PRIMARY: the contact itself. CONSULT: beside the agent who keeps it, until it is handed over or comes to nothing. */
export type ReservationKind = 'PRIMARY' | 'CONSULT'

/** One offer of a contact to one agent. */
export interface ReservationRecord {
  _id: string
  kind: ReservationKind
  workItemId: string
  sessionId: string
  queueId: string
  agentId: string
  mediaType: MediaType
  /** What it takes of the agent's capacity until it is closed. */
  weight: number
  status: ReservationStatus
  createdAt: Date
  expiresAt: Date
  decidedAt?: Date
  closedAt?: Date
}

const schema = new Schema<ReservationRecord>(
  {
    _id: String,
    kind: { type: String, required: true, default: 'PRIMARY' },
    workItemId: { type: String, required: true },
    sessionId: { type: String, required: true },
    queueId: { type: String, required: true },
    agentId: { type: String, required: true },
    mediaType: { type: String, required: true },
    weight: { type: Number, required: true },
    status: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    decidedAt: Date,
    closedAt: Date,
  },
  { versionKey: false },
)
// Never two live reservations of a kind for one work item, whatever the code does.
schema.index(
  { workItemId: 1, kind: 1 },
  {
    name: 'one-live-reservation-of-a-kind',
    unique: true,
    partialFilterExpression: { status: { $in: [...liveReservationStatuses] } },
  },
)
schema.index({ agentId: 1, status: 1, createdAt: 1, _id: 1 })
// The sweeper: offers that nobody answered.
schema.index({ status: 1, expiresAt: 1 })

export const Reservations = defineModel<ReservationRecord>('Reservation', schema, 'reservations')
