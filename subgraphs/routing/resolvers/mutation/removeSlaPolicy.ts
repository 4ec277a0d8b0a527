import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { removeSlaPolicy as remove } from '../../services/sla/remove-sla-policy.ts'

export const removeSlaPolicy: MutationResolvers['removeSlaPolicy'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await remove(ctx, id)
  return { slaPolicy: saved, userErrors: refusals }
}
