import { formatDuration } from '#platform/time/duration.ts'
import type { RoutingStepResolvers } from '../generated/resolvers.ts'
import { queueById } from '../loaders.ts'

export const RoutingStep: RoutingStepResolvers = {
  relaxAfter: ({ relaxAfterMs }) => formatDuration(relaxAfterMs),
  overflowQueues: async ({ overflowQueueIds }, _args, ctx) => {
    const queues = await Promise.all(overflowQueueIds.map((id) => queueById(ctx).load(id)))
    return queues.filter((queue) => queue !== null)
  },
  advance: ({ advanceMs }) => formatDuration(advanceMs),
}
