import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { listArticles } from '../../services/list-articles.ts'

export const articles: QueryResolvers['articles'] = (_parent, list, ctx) => {
  if (ctx.viewer.kind === 'anonymous') throw unauthenticated()
  return listArticles(ctx, list)
}
