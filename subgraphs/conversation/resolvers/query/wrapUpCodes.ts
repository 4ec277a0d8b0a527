import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listWrapUpCodes } from '../../services/graph/list-wrap-up-codes.ts'

export const wrapUpCodes: QueryResolvers['wrapUpCodes'] = (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return listWrapUpCodes(ctx)
}
