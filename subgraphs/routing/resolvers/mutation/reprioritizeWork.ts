import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { reprioritizeWork as reprioritize } from '../../services/work/reprioritize-work.ts'

export const reprioritizeWork: MutationResolvers['reprioritizeWork'] = async (
  _parent,
  { workItemId, priority },
  ctx,
) => {
  const { id } = requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await reprioritize(ctx, workItemId, priority, id)
  return { workItem: saved, userErrors: refusals }
}
