import { pageOf } from '#platform/graph/connection.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listTrainingPlans } from '../../services/skills/training/list-trainings.ts'

export const trainingPlans: QueryResolvers['trainingPlans'] = async (_parent, { skillId, ...page }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return listTrainingPlans(ctx, skillId ?? undefined, pageOf(page))
}
