import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { transferWork as transfer } from '../../services/work/transfer-work.ts'

export const transferWork: MutationResolvers['transferWork'] = async (_parent, { input }, ctx) => {
  const { workItemId, kind, queueId, agentId, note } = input
  const wish = {
    workItemId,
    kind,
    queueId: queueId ?? undefined,
    agentId: agentId ?? undefined,
    note: note ?? undefined,
  }
  const { saved, refusals } = await transfer(ctx, wish, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
