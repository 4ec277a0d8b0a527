import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { moveWork as move } from '../../services/work/move-work.ts'

export const moveWork: MutationResolvers['moveWork'] = async (_parent, { workItemId, queueId }, ctx) => {
  const { id } = requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await move(ctx, workItemId, queueId, id)
  return { workItem: saved, userErrors: refusals }
}
