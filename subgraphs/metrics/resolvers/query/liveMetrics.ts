import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readLiveFigures } from '../../services/live-figures.ts'
import { runningWindowMs } from '../../services/running-window.ts'

export const liveMetrics: QueryResolvers['liveMetrics'] = (_parent, { window }, ctx) => {
  requireReader(ctx.viewer, 'metrics:read')
  return readLiveFigures(ctx, runningWindowMs(window))
}
