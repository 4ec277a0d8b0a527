import type { SessionResolvers } from '../generated/resolvers.ts'
import { conversationById, sessionById } from '../loaders.ts'
import { seesAll } from '../services/graph/sees.ts'
import { mustExist } from './must-exist.ts'

export const Session: SessionResolvers = {
  __resolveReference: ({ id }, ctx) => sessionById(ctx).load(id),
  id: (session) => session._id,
  conversation: async ({ conversationId }, _args, ctx) =>
    mustExist(await conversationById(ctx).load(conversationId), `conversation ${conversationId}`),
  // Staff's own words and the address that answers go to are none of a visitor's business.
  sourceId: (session, _args, ctx) => (seesAll(ctx.viewer) ? session.sourceId : null),
  wrapUp: (session, _args, ctx) => (seesAll(ctx.viewer) ? session.wrapUp : null),
}
