import { requireStaff } from '#platform/identity/viewer.ts'
import type { ConversationResolvers } from '../generated/resolvers.ts'
import { articleById, topicOf } from '../loaders.ts'
import { suggestArticles } from '../services/suggest-articles.ts'

export const Conversation: ConversationResolvers = {
  // The conversation subgraph decides who sees a conversation; here only staff get an answer.
  __resolveReference: ({ id }) => ({ id }),
  suggestedArticles: async ({ id }, { first }, ctx) => {
    requireStaff(ctx.viewer)
    return suggestArticles(ctx, await topicOf(ctx).load(id), first, (articleId) =>
      articleById(ctx).load(articleId),
    )
  },
}
