import type { SessionResolvers } from '../generated/resolvers.ts'
import { workItemBySession } from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'

export const Session: SessionResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  workItem: async ({ id }, _args, ctx) => (seesRouting(ctx.viewer) ? workItemBySession(ctx).load(id) : null),
}
