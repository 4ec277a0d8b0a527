import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listQueues } from '../../services/list-queues.ts'

export const queues: QueryResolvers['queues'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return listQueues(ctx)
}
