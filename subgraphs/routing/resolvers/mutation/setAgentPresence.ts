import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { setAgentPresence as set } from '../../services/agents/set-agent-presence.ts'

export const setAgentPresence: MutationResolvers['setAgentPresence'] = async (
  _parent,
  { agentId, status },
  ctx,
) => {
  const { id } = requireStaff(ctx.viewer, 'supervisor')
  const { saved, refusals } = await set(ctx, agentId, status, id)
  return { agent: saved, userErrors: refusals }
}
