import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { customerById } from '../../loaders.ts'

export const customer: QueryResolvers['customer'] = (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer)
  return customerById(ctx).load(id)
}
