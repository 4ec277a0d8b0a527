import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listSkills } from '../../services/agents/list-skills.ts'

export const skills: QueryResolvers['skills'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return listSkills(ctx)
}
