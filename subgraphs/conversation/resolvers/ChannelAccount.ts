import type { ChannelAccountResolvers } from '../generated/resolvers.ts'
import { channelAccounts } from '../services/graph/channel-accounts.ts'
import { seesAll } from '../services/graph/sees.ts'

export const ChannelAccount: ChannelAccountResolvers = {
  __resolveReference: ({ id }, ctx) =>
    seesAll(ctx.viewer) ? (channelAccounts(ctx).find((account) => account.id === id) ?? null) : null,
}
