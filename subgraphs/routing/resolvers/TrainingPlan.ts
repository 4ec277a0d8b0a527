import { requireStaff } from '#platform/identity/viewer.ts'
import type { TrainingPlanResolvers } from '../generated/resolvers.ts'
import { skillById, trainingsOfPlan } from '../loaders.ts'
import { trainerOf } from '../services/skills/training/trainer.ts'
import { mustExist } from './must-exist.ts'

export const TrainingPlan: TrainingPlanResolvers = {
  id: (plan) => plan._id,
  skill: async ({ skillId }, _args, ctx) => mustExist(await skillById(ctx).load(skillId), `skill ${skillId}`),
  gap: (plan) => plan.gap ?? null,
  proposedBy: (plan) => plan.proposedBy ?? null,
  async items(plan, _args, ctx) {
    const { id, manages } = trainerOf(requireStaff(ctx.viewer))
    const items = (await trainingsOfPlan(ctx).load(plan._id)) ?? []
    return manages ? items : items.filter(({ agentId }) => agentId === id)
  },
}
