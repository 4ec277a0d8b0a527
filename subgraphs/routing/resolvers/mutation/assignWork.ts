import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { assignWork as assign } from '../../services/work/assign-work.ts'

export const assignWork: MutationResolvers['assignWork'] = async (_parent, { workItemId, agentId }, ctx) => {
  const { id } = requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await assign(ctx, workItemId, agentId, id)
  return { workItem: saved, userErrors: refusals }
}
