import type { MutationResolvers } from '../../generated/resolvers.ts'
import { wrapUpSession as wrapUp } from '../../services/line/wrap-up-session.ts'

export const wrapUpSession: MutationResolvers['wrapUpSession'] = (_parent, { input }, ctx) =>
  wrapUp(ctx, input)
