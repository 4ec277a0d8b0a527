import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ContactFigures } from './contact-figures.ts'
import { figuresByQueue } from './figures-by.ts'
import { runningWindow } from './live-figures.ts'
import { tallyContacts } from './tally-contacts.ts'

/** The figures of the queues over a running window: one read of the store for all. Queues without contacts are left out. */
export async function readQueueFigures(
  ctx: ServiceContext,
  queueIds: readonly string[],
  windowMs: number,
): Promise<Map<string, ContactFigures>> {
  const rows = await tallyContacts(ctx, { ...runningWindow(ctx.now(), windowMs), queueIds })
  return new Map(figuresByQueue(rows).map(({ queue, metrics }) => [queue.id, metrics]))
}
