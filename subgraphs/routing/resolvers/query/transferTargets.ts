import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { agentById } from '../../loaders.ts'
import { actorOf } from '../../services/actor.ts'
import { transferTargets as find } from '../../services/agents/transfer-targets.ts'

export const transferTargets: QueryResolvers['transferTargets'] = async (_parent, args, ctx) => {
  const { workItemId, search, first } = args
  const actor = actorOf(requireStaff(ctx.viewer))
  const ids = await find(ctx, workItemId, { search, first: first ?? 20 }, actor)
  const agents = await Promise.all(ids.map((id) => agentById(ctx).load(id)))
  return agents.filter((agent) => agent !== null)
}
