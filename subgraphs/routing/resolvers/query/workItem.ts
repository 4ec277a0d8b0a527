import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { workItemById } from '../../loaders.ts'

export const workItem: QueryResolvers['workItem'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer)
  return workItemById(ctx).load(id)
}
