import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { agentById } from '../../loaders.ts'

export const agent: QueryResolvers['agent'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer)
  return agentById(ctx).load(id)
}
