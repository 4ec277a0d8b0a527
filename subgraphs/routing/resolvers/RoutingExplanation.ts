import type { RoutingExplanationResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'

export const RoutingExplanation: RoutingExplanationResolvers = {
  agent: ({ agentId }, _args, ctx) => agentById(ctx).load(agentId),
  actor: ({ actorId }, _args, ctx) => (actorId ? agentById(ctx).load(actorId) : null),
  candidates: ({ candidates }) => [...candidates],
}
