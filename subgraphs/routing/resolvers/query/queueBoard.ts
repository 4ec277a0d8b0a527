import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { queueBoard as readBoard } from '../../services/queues/queue-board.ts'

export const queueBoard: QueryResolvers['queueBoard'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return readBoard(ctx)
}
