import { requireReader } from '#platform/identity/may-read.ts'
import type { LiveEvent } from '#platform/live/live-event.ts'
import type { SubscriptionResolvers } from '../../generated/resolvers.ts'
import { followLiveFigures } from '../../services/follow-live-figures.ts'
import type { LiveFigures } from '../../services/live-figures.ts'

export const liveMetricsChanged: SubscriptionResolvers['liveMetricsChanged'] = {
  subscribe: (_parent, _args, ctx) => {
    requireReader(ctx.viewer, 'metrics:read')
    return followLiveFigures(ctx)
  },
  resolve: ({ value }: LiveEvent<LiveFigures>) => value,
}
