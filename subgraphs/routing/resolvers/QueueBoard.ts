import type { QueueBoardResolvers } from '../generated/resolvers.ts'
import { agentsOnDuty } from '../loaders.ts'
import { staffing } from '../services/agents/staffing.ts'

export const QueueBoard: QueueBoardResolvers = {
  staffing: async (_board, _args, ctx) => staffing((await agentsOnDuty(ctx).load('all')) ?? [], ctx.now()),
}
