import { requireReader } from '#platform/identity/may-read.ts'
import type { QueueResolvers } from '../generated/resolvers.ts'
import { queueFigures, queueWindow } from '../loaders.ts'
import { figuresOf } from '../services/contact-figures.ts'
import { emptyTally } from '../services/contact-tally.ts'
import { runningWindowMs } from '../services/running-window.ts'

export const Queue: QueueResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  metrics: async ({ id }, { window }, ctx) => {
    requireReader(ctx.viewer, 'metrics:read')
    const figures = await queueFigures(ctx).load(queueWindow(id, runningWindowMs(window)))
    return figures ?? figuresOf(emptyTally)
  },
}
