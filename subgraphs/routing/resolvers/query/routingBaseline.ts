import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readBaseline } from '../../services/simulation/what-if/read-baseline.ts'

export const routingBaseline: QueryResolvers['routingBaseline'] = async (_parent, { pastHours }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return readBaseline(ctx, pastHours ?? 24)
}
