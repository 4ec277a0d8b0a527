import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveAgent as save } from '../../services/agents/save-agent.ts'

export const saveAgent: MutationResolvers['saveAgent'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, skills } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    skills: skills.map(({ skillId, proficiency, expiresAt }) => ({
      skillId,
      proficiency,
      expiresAt: expiresAt ?? undefined,
    })),
  })
  return { agent: saved, userErrors: refusals }
}
