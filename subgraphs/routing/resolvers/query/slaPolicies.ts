import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listSlaPolicies } from '../../services/sla/list-sla-policies.ts'

export const slaPolicies: QueryResolvers['slaPolicies'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return listSlaPolicies(ctx)
}
