import type { MutationResolvers } from '../../generated/resolvers.ts'
import { endSession as end } from '../../services/line/end-session.ts'

export const endSession: MutationResolvers['endSession'] = async (_parent, { id }, ctx) => ({
  session: await end(ctx, id),
  userErrors: [],
})
