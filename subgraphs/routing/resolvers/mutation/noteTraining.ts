import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { noteTraining as note } from '../../services/skills/training/note-training.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const noteTraining: MutationResolvers['noteTraining'] = async (_parent, { input }, ctx) => {
  const { id, text, evidenceUrl } = input
  const by = trainerOf(requireStaff(ctx.viewer))
  const { saved, refusals } = await note(ctx, { id, text, evidenceUrl: evidenceUrl ?? undefined }, by)
  return { trainingItem: saved, userErrors: refusals }
}
