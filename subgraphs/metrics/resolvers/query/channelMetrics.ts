import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readChannelFigures } from '../../services/channel-figures.ts'

export const channelMetrics: QueryResolvers['channelMetrics'] = (_parent, stretch, ctx) => {
  requireReader(ctx.viewer, 'metrics:read')
  return readChannelFigures(ctx, stretch)
}
