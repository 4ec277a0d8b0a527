import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { actorOf } from '../../services/actor.ts'
import { requestCallback as request } from '../../services/work/request-callback.ts'

export const requestCallback: MutationResolvers['requestCallback'] = async (_parent, { input }, ctx) => {
  const { workItemId, at, phone, sameAgent } = input
  const wish = {
    workItemId,
    at: at ?? undefined,
    phone: phone ?? undefined,
    sameAgent: sameAgent ?? false,
  }
  const { saved, refusals } = await request(ctx, wish, actorOf(requireStaff(ctx.viewer)))
  return { workItem: saved, userErrors: refusals }
}
