import { formatDuration } from '#platform/time/duration.ts'
import type { SlaPolicyResolvers } from '../generated/resolvers.ts'
import { slaPolicyById } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'

export const SlaPolicy: SlaPolicyResolvers = {
  __resolveReference: async ({ id }, ctx) => (seesRouting(ctx.viewer) ? slaPolicyById(ctx).load(id) : null),
  id: (policy) => policy._id,
  target: (policy) => formatDuration(policy.targetMs),
  warnBefore: (policy) => formatDuration(policy.warnBeforeMs),
}
