import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { cancelCallback as cancel } from '../../services/work/cancel-callback.ts'

export const cancelCallback: MutationResolvers['cancelCallback'] = async (_parent, { workItemId }, ctx) => {
  const { saved, refusals } = await cancel(ctx, workItemId, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
