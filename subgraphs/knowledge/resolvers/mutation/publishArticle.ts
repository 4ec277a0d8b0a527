import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { publishArticle as publish } from '../../services/publish-article.ts'

export const publishArticle: MutationResolvers['publishArticle'] = (_parent, { input }, ctx) =>
  publish(ctx, input, requireStaff(ctx.viewer, 'knowledge-editor').id)
