import type { z } from 'zod'
import type { Consumer } from '../events/consume.ts'
import type { EventDefinition } from '../events/define-event.ts'
import { deliverEvents } from '../events/deliver-events.ts'
import { newId } from '../ids/new-id.ts'
import type { ServiceContext } from '../service/service-context.ts'

/**
 * Hands an event to a service's consumers as its queue would: serialised, checked, in a transaction, once for each id.
 * @param id the event's; equal for a second delivery of it
 */
export async function deliver<P extends z.ZodType>(
  ctx: ServiceContext,
  consumers: readonly Consumer[],
  event: EventDefinition<P>,
  payload: z.input<P>,
  id: string = newId(),
): Promise<void> {
  const parsed = event.payload.parse(payload)
  const envelope = {
    id,
    type: event.type,
    version: event.version,
    aggregateId: event.aggregateId(parsed),
    aggregateVersion: 1,
    occurredAt: new Date(0),
    payload,
  }
  const wire: unknown = JSON.parse(JSON.stringify(envelope))
  const [result] = await deliverEvents({ ...ctx, causedBy: () => ctx }, consumers, [wire])
  if (result?.status === 'rejected') throw result.reason
}
