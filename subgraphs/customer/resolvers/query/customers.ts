import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listCustomers } from '../../services/list-customers.ts'

export const customers: QueryResolvers['customers'] = (_parent, list, ctx) => {
  requireStaff(ctx.viewer)
  return listCustomers(ctx, list)
}
