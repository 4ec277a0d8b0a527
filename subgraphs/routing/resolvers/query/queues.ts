import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listQueues } from '../../services/queues/list-queues.ts'

export const queues: QueryResolvers['queues'] = async (_parent, _args, ctx) => {
  requireReader(ctx.viewer, 'metrics:read')
  return listQueues(ctx)
}
