import type { RoutingCandidateResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const RoutingCandidate: RoutingCandidateResolvers = {
  agent: async ({ agentId }, _args, ctx) => mustExist(await agentById(ctx).load(agentId), `agent ${agentId}`),
  idleSince: ({ idleSinceMs }) => new Date(idleSinceMs),
}
