import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { proposeTrainingPlan as propose } from '../../services/skills/training/propose-training-plan.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const proposeTrainingPlan: MutationResolvers['proposeTrainingPlan'] = async (
  _parent,
  { input },
  ctx,
) => {
  const by = trainerOf(requireStaff(ctx.viewer, 'supervisor'))
  const { skillId, targetLevel, window, places, dueAt } = input
  const { saved, refusals } = await propose(
    ctx,
    {
      skillId,
      targetLevel: targetLevel ?? undefined,
      window: window ?? 'LAST_7_DAYS',
      places: places ?? undefined,
      dueAt: dueAt ?? undefined,
    },
    by,
  )
  return { trainingPlan: saved, userErrors: refusals }
}
