import { pageOf } from '#platform/graph/connection.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listAgents } from '../../services/agents/list-agents.ts'

export const agents: QueryResolvers['agents'] = async (_parent, args, ctx) => {
  requireStaff(ctx.viewer)
  return listAgents(ctx, pageOf(args))
}
