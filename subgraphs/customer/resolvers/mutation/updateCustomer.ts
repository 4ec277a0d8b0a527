import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { updateCustomer as update } from '../../services/update-customer.ts'

export const updateCustomer: MutationResolvers['updateCustomer'] = (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'agent', 'supervisor')
  return update(ctx, input)
}
