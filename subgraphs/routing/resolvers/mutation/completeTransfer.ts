import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { completeTransfer as complete } from '../../services/work/complete-transfer.ts'

export const completeTransfer: MutationResolvers['completeTransfer'] = async (
  _parent,
  { workItemId },
  ctx,
) => {
  const { saved, refusals } = await complete(ctx, workItemId, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
