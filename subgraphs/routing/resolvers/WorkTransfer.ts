import type { WorkTransferResolvers } from '../generated/resolvers.ts'
import { agentById, queueById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const WorkTransfer: WorkTransferResolvers = {
  from: async ({ fromAgentId }, _args, ctx) =>
    mustExist(await agentById(ctx).load(fromAgentId), `agent ${fromAgentId}`),
  to: async ({ toAgentId }, _args, ctx) => (toAgentId ? agentById(ctx).load(toAgentId) : null),
  queue: async ({ queueId }, _args, ctx) => mustExist(await queueById(ctx).load(queueId), `queue ${queueId}`),
  note: (transfer) => transfer.note ?? null,
}
