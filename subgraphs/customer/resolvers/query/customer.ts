import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { customerById } from '../../loaders.ts'

export const customer: QueryResolvers['customer'] = (_parent, { id }, ctx) => {
  requireReader(ctx.viewer, 'customers:read')
  return customerById(ctx).load(id)
}
