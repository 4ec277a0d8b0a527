import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listCustomers } from '../../services/list-customers.ts'

export const customers: QueryResolvers['customers'] = (_parent, list, ctx) => {
  requireReader(ctx.viewer, 'customers:read')
  return listCustomers(ctx, list)
}
