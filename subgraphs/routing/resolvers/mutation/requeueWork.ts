import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { giveBackWork as giveBack } from '../../services/work/give-back-work.ts'

export const requeueWork: MutationResolvers['requeueWork'] = async (_parent, { workItemId }, ctx) => {
  const { saved, refusals } = await giveBack(ctx, workItemId, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
