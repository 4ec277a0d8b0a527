import { requireReader } from '#platform/identity/may-read.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { queueById } from '../../loaders.ts'

export const queue: QueryResolvers['queue'] = async (_parent, { id }, ctx) => {
  requireReader(ctx.viewer, 'metrics:read')
  return queueById(ctx).load(id)
}
