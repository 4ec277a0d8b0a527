import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { skillMatrix as read } from '../../services/skills/skill-matrix.ts'

export const skillMatrix: QueryResolvers['skillMatrix'] = async (_parent, _args, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return read(ctx)
}
