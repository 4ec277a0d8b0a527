import type { RoutingDecisionResolvers } from '../generated/resolvers.ts'

export const RoutingDecision: RoutingDecisionResolvers = {
  agentId: (entry) => entry.agentId ?? null,
}
