import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { trainingPlanById } from '../../loaders.ts'

export const trainingPlan: QueryResolvers['trainingPlan'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return trainingPlanById(ctx).load(id)
}
