import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readLiveFigures } from '../../services/live-figures.ts'
import { runningWindowMs } from '../../services/running-window.ts'

export const liveMetrics: QueryResolvers['liveMetrics'] = (_parent, { window }, ctx) => {
  requireStaff(ctx.viewer)
  return readLiveFigures(ctx, runningWindowMs(window))
}
