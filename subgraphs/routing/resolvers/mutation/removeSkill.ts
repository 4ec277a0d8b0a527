import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { removeSkill as remove } from '../../services/skills/remove-skill.ts'

export const removeSkill: MutationResolvers['removeSkill'] = async (_parent, { id }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const userErrors = await remove(ctx, id)
  return { removedId: userErrors.length === 0 ? id : null, userErrors }
}
