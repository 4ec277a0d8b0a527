import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveAgent as save } from '../../services/agents/save-agent.ts'

export const saveAgent: MutationResolvers['saveAgent'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, skills, capacity } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    skills: skills.map(({ skillId, proficiency, expiresAt }) => ({
      skillId,
      proficiency,
      expiresAt: expiresAt ?? undefined,
    })),
    // A call takes all, whatever all is.
    ...(capacity && { capacity: { ...capacity, voice: capacity.voice ?? capacity.total } }),
  })
  return { agent: saved, userErrors: refusals }
}
