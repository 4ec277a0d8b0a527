import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { removeQueue as remove } from '../../services/queues/remove-queue.ts'

export const removeQueue: MutationResolvers['removeQueue'] = async (_parent, { id, moveTo }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await remove(ctx, id, moveTo ?? null)
  return { queue: saved, userErrors: refusals }
}
