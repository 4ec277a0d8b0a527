import type { ClientSession } from 'mongoose'
import { z } from 'zod'
import { hasCode } from '../errors/has-code.ts'
import { inHalves } from '../waiting/in-halves.ts'
import type { BatchContext, Consumer } from './consume.ts'
import type { Envelope } from './define-event.ts'
import { DeliveryRefused } from './delivery-refused.ts'
import { ProcessedEvents } from './processed-events.ts'

const wireEnvelope = z.object({
  id: z.string(),
  type: z.string(),
  version: z.number().int(),
  aggregateId: z.string(),
  aggregateVersion: z.number(),
  occurredAt: z.coerce.date(),
  causationId: z.string().optional(),
  payload: z.unknown(),
})

const duplicateKey = 11_000

class AlreadyDone extends Error {}

/** One consumer's share of an event. */
interface Share {
  /** The event's place in the batch. */
  at: number
  consumer: Consumer
  envelope: Envelope<unknown>
}

/**
 * Runs the consumers of events as they came out of their queue, many in one transaction; a consumer that has done an
 * event before is left out. Events of one aggregate must not be in one batch.
 * @returns of each event, in their order, that it is done or why it is not: a DeliveryRefused when no try can succeed,
 *   else whatever its consumer threw when it ran alone
 */
export async function deliverEvents(
  ctx: BatchContext,
  consumers: readonly Consumer[],
  wires: readonly unknown[],
): Promise<Array<PromiseSettledResult<void>>> {
  const results = wires.map((): PromiseSettledResult<void> => ({ status: 'fulfilled', value: undefined }))
  const failed = (at: number, reason: unknown) => {
    results[at] = { status: 'rejected', reason }
  }
  const shares = wires.flatMap((wire, at) => {
    try {
      return sharesOf(ctx, consumers, wire, at)
    } catch (reason) {
      failed(at, reason)
      return []
    }
  })
  // Two consumers of one event each have a transaction of their own: neither undoes the other.
  const rounds = Map.groupBy(shares, ({ round }) => round)
  for (const round of rounds.values()) {
    const open = round.filter(({ at }) => results[at]?.status === 'fulfilled')
    await inHalves(
      open,
      (some) => ctx.transaction((session) => runTogether(ctx, some, session)),
      ({ at }, reason) => {
        if (!(reason instanceof AlreadyDone)) failed(at, reason)
      },
    )
  }
  return results
}

function sharesOf(
  ctx: BatchContext,
  consumers: readonly Consumer[],
  wire: unknown,
  at: number,
): Array<Share & { round: number }> {
  const envelope = wireEnvelope.parse(wire)
  const receivers = consumers.filter((consumer) => consumer.event.type === envelope.type)
  if (receivers.length === 0) throw new DeliveryRefused(`${ctx.name} has no consumer of ${envelope.type}`)
  return receivers.map((consumer, round) => ({
    at,
    round,
    consumer,
    envelope: { ...envelope, ...payloadFor(consumer, envelope) },
  }))
}

function payloadFor({ event }: Consumer, envelope: Envelope<unknown>): { version: number; payload: unknown } {
  const { type, version } = envelope
  if (version > event.version)
    throw new DeliveryRefused(`version ${version} of ${type} is newer than this program`)
  if (version < event.version && !event.upcast)
    throw new DeliveryRefused(`${type} ${version} has no upcaster`)
  const payload = version < event.version ? event.upcast?.(envelope.payload, version) : envelope.payload
  const result = event.payload.safeParse(payload)
  if (!result.success)
    throw new DeliveryRefused(`the payload of ${type} is wrong: ${z.prettifyError(result.error)}`)
  return { version: event.version, payload: result.data }
}

async function runTogether(
  ctx: BatchContext,
  shares: readonly Share[],
  session: ClientSession,
): Promise<void> {
  const at = new Date()
  const records = shares.map(({ consumer, envelope }) => ({
    consumer: consumer.name ?? consumer.event.type,
    eventId: envelope.id,
    at,
  }))
  try {
    await ProcessedEvents(ctx.db).collection.insertMany(records, { session })
  } catch (error) {
    if (hasCode(error, duplicateKey)) throw new AlreadyDone()
    throw error
  }
  for (const [consumer, own] of Map.groupBy(shares, (share) => share.consumer)) {
    const envelopes = own.map(({ envelope }) => envelope)
    await consumer.runBatch(ctx, envelopes, session)
  }
}
