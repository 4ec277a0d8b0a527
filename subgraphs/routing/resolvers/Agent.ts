import type { AgentResolvers } from '../generated/resolvers.ts'
import { agentById, reservationsOfAgent } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'

export const Agent: AgentResolvers = {
  __resolveReference: async ({ id }, ctx) => (seesRouting(ctx.viewer) ? agentById(ctx).load(id) : null),
  id: (agent) => agent._id,
  presenceReason: (agent) => agent.presenceReason ?? null,
  ownSkills: (agent) => agent.ownSkills.map((skill) => ({ ...skill, source: 'OWN' as const })),
  reservations: async (agent, _args, ctx) => (await reservationsOfAgent(ctx).load(agent._id)) ?? [],
}
