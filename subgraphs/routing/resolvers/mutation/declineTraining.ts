import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { moveTraining } from '../../services/skills/training/move-training.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const declineTraining: MutationResolvers['declineTraining'] = async (_parent, { id, reason }, ctx) => {
  const by = trainerOf(requireStaff(ctx.viewer))
  const { saved, refusals } = await moveTraining(ctx, id, 'DECLINE', by, reason)
  return { trainingItem: saved, userErrors: refusals }
}
