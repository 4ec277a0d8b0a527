import { type ClientSession, type Connection, Schema } from 'mongoose'
import type { z } from 'zod'
import { newId } from '../ids/new-id.ts'
import { defineModel } from '../store/define-model.ts'
import type { Envelope, EventDefinition } from './define-event.ts'

/** An event that has not reached all of its consumers' queues. */
export interface OutboxRow extends Envelope<unknown> {
  /** The event's id; `id` repeats it for the envelope. */
  _id: string
  consumers: readonly string[]
  /** Until when a relay works on it; long past for one that nobody has claimed. */
  claimedUntil: Date
  /** The claim of that relay's batch. */
  claimedBy: string | null
}

const schema = new Schema<OutboxRow>(
  { _id: String, claimedUntil: Date, claimedBy: String },
  { strict: false, versionKey: false, minimize: false },
)
schema.index({ claimedUntil: 1, _id: 1 })

export const Outbox = defineModel<OutboxRow>('OutboxRow', schema, 'outbox')

/** Before any clock: the row is free. */
export const unclaimed = new Date(0)

export interface Emission {
  occurredAt: Date
  causationId?: string
  aggregateVersion?: number
}

/**
 * Writes one event in the session's transaction.
 * @throws ZodError when the payload is not what the event's definition says
 */
export async function writeToOutbox<P extends z.ZodType>(
  db: Connection,
  event: EventDefinition<P>,
  payload: z.input<P>,
  session: ClientSession,
  { occurredAt, causationId, aggregateVersion = occurredAt.getTime() }: Emission,
): Promise<Envelope<z.output<P>>> {
  const parsed = event.payload.parse(payload)
  const id = newId()
  const envelope: Envelope<z.output<P>> = {
    id,
    type: event.type,
    version: event.version,
    aggregateId: event.aggregateId(parsed),
    aggregateVersion,
    occurredAt,
    ...(causationId ? { causationId } : {}),
    payload: parsed,
  }
  const claim = { consumers: event.consumers, claimedUntil: unclaimed, claimedBy: null }
  // Straight to the driver: nothing here is for mongoose to cast or to default.
  await db
    .collection<OutboxRow>(Outbox(db).collection.name)
    .insertOne({ _id: id, ...envelope, ...claim }, { session })
  return envelope
}
