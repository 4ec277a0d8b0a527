import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { certifyTraining as certify } from '../../services/skills/training/certify-training.ts'
import { trainerOf } from '../../services/skills/training/trainer.ts'

export const certifyTraining: MutationResolvers['certifyTraining'] = async (_parent, { input }, ctx) => {
  const by = trainerOf(requireStaff(ctx.viewer, 'supervisor'))
  const { id, proficiency, validUntil } = input
  const { saved, refusals } = await certify(
    ctx,
    { id, proficiency: proficiency ?? undefined, validUntil: validUntil ?? undefined },
    by,
  )
  return { trainingItem: saved, userErrors: refusals }
}
