import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readChannelFigures } from '../../services/channel-figures.ts'

export const channelMetrics: QueryResolvers['channelMetrics'] = (_parent, stretch, ctx) => {
  requireStaff(ctx.viewer)
  return readChannelFigures(ctx, stretch)
}
