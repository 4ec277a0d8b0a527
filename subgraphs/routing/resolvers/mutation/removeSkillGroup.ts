import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { removeSkillGroup as remove } from '../../services/skills/remove-skill-group.ts'

export const removeSkillGroup: MutationResolvers['removeSkillGroup'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  await remove(ctx, id)
  return { removedId: id, userErrors: [] }
}
