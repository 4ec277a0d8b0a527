import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listSkillGroups as read } from '../../services/skills/list-skill-groups.ts'

export const skillGroups: QueryResolvers['skillGroups'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return read(ctx)
}
