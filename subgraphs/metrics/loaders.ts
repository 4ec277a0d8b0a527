import { defineLoader } from '#platform/graph/loader.ts'
import type { MetricsContext } from './context.ts'
import type { ContactFigures } from './services/contact-figures.ts'
import { readQueueFigures } from './services/queue-figures.ts'

/** The key of a queue's figures over a window, for the loader. */
export function queueWindow(queueId: string, windowMs: number): string {
  return `${windowMs} ${queueId}`
}

/** Figures by `queueWindow`: one read of the store for each window that is asked for, whatever the number of queues. */
export const queueFigures = defineLoader<ContactFigures, MetricsContext>(async (ctx, keys) => {
  const wanted = keys.map((key) => ({
    windowMs: Number.parseInt(key, 10),
    queueId: key.slice(key.indexOf(' ') + 1),
  }))
  const found = await Promise.all(
    [...Map.groupBy(wanted, ({ windowMs }) => windowMs)].map(async ([windowMs, some]) => {
      const ids = some.map(({ queueId }) => queueId)
      const figures = await readQueueFigures(ctx, ids, windowMs)
      return [...figures].map(([queueId, one]) => [queueWindow(queueId, windowMs), one] as const)
    }),
  )
  return new Map(found.flat())
})
