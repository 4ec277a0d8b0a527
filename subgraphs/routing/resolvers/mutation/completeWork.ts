import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { completeWork as complete } from '../../services/work/complete-work.ts'

export const completeWork: MutationResolvers['completeWork'] = async (_parent, { workItemId }, ctx) => {
  const { saved, refusals } = await complete(ctx, workItemId, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
