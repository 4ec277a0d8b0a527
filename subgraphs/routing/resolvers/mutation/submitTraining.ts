import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { moveTraining } from '../../services/skills/training/move-training.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const submitTraining: MutationResolvers['submitTraining'] = async (_parent, { id }, ctx) => {
  const by = trainerOf(requireStaff(ctx.viewer))
  const { saved, refusals } = await moveTraining(ctx, id, 'SUBMIT', by)
  return { trainingItem: saved, userErrors: refusals }
}
