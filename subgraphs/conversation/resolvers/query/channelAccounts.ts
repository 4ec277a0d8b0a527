import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { channelAccounts as list } from '../../services/graph/channel-accounts.ts'

export const channelAccounts: QueryResolvers['channelAccounts'] = (_parent, _args, ctx) => {
  requireStaff(ctx.viewer)
  return list(ctx)
}
