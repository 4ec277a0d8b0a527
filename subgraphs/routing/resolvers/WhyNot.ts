import type { WhyNotResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'

export const WhyNot: WhyNotResolvers = {
  agent: async ({ agentId }, _args, ctx) => agentById(ctx).load(agentId),
}
