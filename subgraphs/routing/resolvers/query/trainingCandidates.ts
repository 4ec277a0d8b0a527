import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { trainingCandidates as find } from '../../services/skills/training/training-candidates.ts'

export const trainingCandidates: QueryResolvers['trainingCandidates'] = async (
  _parent,
  { skillId, targetLevel, first },
  ctx,
) => {
  requireStaff(ctx.viewer, 'supervisor')
  return find(ctx, skillId, targetLevel ?? 1, first ?? 10)
}
