import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { publishArticle as publish } from '../../services/publish-article.ts'

export const publishArticle: MutationResolvers['publishArticle'] = (_parent, { input }, ctx) =>
  publish(
    ctx,
    {
      ...input,
      // The schema's defaults stand for what is left out; an explicit null means the same.
      keywords: input.keywords ?? [],
      variants: input.variants.map((variant) => ({
        ...variant,
        channel: variant.channel ?? 'ANY',
        locale: variant.locale ?? 'en',
      })),
    },
    requireStaff(ctx.viewer, 'knowledge-editor').id,
  )
