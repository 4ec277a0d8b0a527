import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { articleById } from '../../loaders.ts'

export const article: QueryResolvers['article'] = (_parent, { id }, ctx) => {
  if (ctx.viewer.kind === 'anonymous') throw unauthenticated()
  return articleById(ctx).load(id)
}
