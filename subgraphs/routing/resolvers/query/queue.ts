import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { queueById } from '../../loaders.ts'

export const queue: QueryResolvers['queue'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer)
  return queueById(ctx).load(id)
}
