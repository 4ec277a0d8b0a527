import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { moveTraining } from '../../services/skills/training/move-training.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const returnTraining: MutationResolvers['returnTraining'] = async (_parent, { id, reason }, ctx) => {
  const by = trainerOf(requireStaff(ctx.viewer, 'supervisor'))
  const { saved, refusals } = await moveTraining(ctx, id, 'RETURN', by, reason)
  return { trainingItem: saved, userErrors: refusals }
}
