import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { pullWork as pull } from '../../services/work/pull-work.ts'

export const pullWork: MutationResolvers['pullWork'] = async (_parent, { workItemId }, ctx) => {
  const { id } = requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await pull(ctx, workItemId, id)
  return { workItem: saved, userErrors: refusals }
}
