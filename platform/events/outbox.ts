import { type Connection, Schema } from 'mongoose'
import type { z } from 'zod'
import { newId } from '../ids/new-id.ts'
import { defaultLane, type Lane, lanes } from '../queues/lanes.ts'
import { defineModel } from '../store/define-model.ts'
import type { Envelope, EventDefinition } from './define-event.ts'

/** An event that has not reached all of its consumers' queues. */
export interface OutboxRow extends Envelope<unknown> {
  /** The event's id; `id` repeats it for the envelope. */
  _id: string
  consumers: readonly string[]
  /** The place of its lane among `lanes`: the least goes first. Absent in rows of before there were lanes. */
  urgency?: number
  /** Until when a relay works on it; long past for one that nobody has claimed. */
  claimedUntil: Date
  /** The claim of that relay's batch. */
  claimedBy: string | null
}

const schema = new Schema<OutboxRow>(
  { _id: String, urgency: Number, claimedUntil: Date, claimedBy: String },
  { strict: false, versionKey: false, minimize: false },
)
schema.index({ urgency: 1, claimedUntil: 1, _id: 1 })

export const Outbox = defineModel<OutboxRow>('OutboxRow', schema, 'outbox')

/** The collection by the driver itself: nothing in it is for mongoose to cast or to default. */
export function outboxRows(db: Connection) {
  return db.collection<OutboxRow>(Outbox(db).collection.name)
}

/** Before any clock: the row is free. */
export const unclaimed = new Date(0)

export interface Emission {
  occurredAt: Date
  causationId?: string
  aggregateVersion?: number
}

/** Who carries a row from its birth on; nobody, and it waits for the next relay that looks. */
export type Claim = Pick<OutboxRow, 'claimedUntil' | 'claimedBy'>

/**
 * An event as it stands in the outbox.
 * @throws ZodError when the payload is not what the event's definition says
 */
export function outboxRow<P extends z.ZodType>(
  event: EventDefinition<P>,
  payload: z.input<P>,
  { occurredAt, causationId, aggregateVersion = occurredAt.getTime() }: Emission,
): OutboxRow & Envelope<z.output<P>> {
  const parsed = event.payload.parse(payload)
  const id = newId()
  return {
    _id: id,
    id,
    type: event.type,
    version: event.version,
    aggregateId: event.aggregateId(parsed),
    aggregateVersion,
    occurredAt,
    ...(causationId ? { causationId } : {}),
    payload: parsed,
    consumers: event.consumers,
    urgency: lanes.indexOf(event.lane?.(parsed) ?? defaultLane),
    claimedUntil: unclaimed,
    claimedBy: null,
  }
}

/** The lane in which a row travels. */
export function laneOfRow({ urgency }: Pick<OutboxRow, 'urgency'>): Lane {
  return lanes[urgency ?? -1] ?? defaultLane
}

/** What travels of a row. */
export function envelopeOf(row: OutboxRow): Envelope<unknown> {
  const {
    _id,
    consumers: _consumers,
    urgency: _urgency,
    claimedUntil: _until,
    claimedBy: _by,
    ...envelope
  } = row
  return envelope
}
