import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { agentById } from '../../loaders.ts'

export const me: QueryResolvers['me'] = async (_parent, _args, ctx) =>
  agentById(ctx).load(requireStaff(ctx.viewer).id)
