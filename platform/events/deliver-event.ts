import { z } from 'zod'
import { hasCode } from '../errors/has-code.ts'
import type { ServiceContext } from '../service/service-context.ts'
import type { Consumer } from './consume.ts'
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

/**
 * Runs every consumer of one event as it came out of the queue, each in its own transaction; a consumer that has done
 * it before is left out.
 * @throws DeliveryRefused when no try can succeed; whatever a consumer throws
 */
export async function deliverEvent(
  ctx: ServiceContext,
  consumers: readonly Consumer[],
  wire: unknown,
): Promise<Envelope<unknown>> {
  const envelope = wireEnvelope.parse(wire)
  const receivers = consumers.filter((consumer) => consumer.event.type === envelope.type)
  if (receivers.length === 0) throw new DeliveryRefused(`${ctx.name} has no consumer of ${envelope.type}`)
  for (const consumer of receivers) {
    await runOnce(ctx, consumer, { ...envelope, ...payloadFor(consumer, envelope) })
  }
  return envelope
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

async function runOnce(ctx: ServiceContext, consumer: Consumer, envelope: Envelope<unknown>): Promise<void> {
  const record = { consumer: consumer.name ?? consumer.event.type, eventId: envelope.id, at: new Date() }
  try {
    await ctx.transaction(async (session) => {
      try {
        await ProcessedEvents(ctx.db).collection.insertOne({ ...record }, { session })
      } catch (error) {
        if (hasCode(error, duplicateKey)) throw new AlreadyDone()
        throw error
      }
      await consumer.run(ctx, envelope, session)
    })
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error
  }
}
