import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveSkillGroup as save } from '../../services/skills/save-skill-group.ts'

export const saveSkillGroup: MutationResolvers['saveSkillGroup'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, grants, agentIds } = input
  const { saved, refusals } = await save(ctx, { _id: id, name, grants, agentIds })
  return { skillGroup: saved, userErrors: refusals }
}
