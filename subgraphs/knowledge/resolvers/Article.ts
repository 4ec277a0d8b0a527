import type { ArticleResolvers } from '../generated/resolvers.ts'
import { articleById, mediaTypeOf } from '../loaders.ts'
import { chooseVariant } from '../services/choose-variant.ts'

export const Article: ArticleResolvers = {
  __resolveReference: ({ id }, ctx) => (ctx.viewer.kind === 'anonymous' ? null : articleById(ctx).load(id)),
  id: ({ _id }) => _id,
  title: ({ variants }, { locale }) => chooseVariant(variants, { channel: 'ANY', locale })?.title ?? '',
  variant: async ({ variants }, { channel, locale }, ctx) =>
    chooseVariant(variants, { channel, mediaType: await mediaTypeOf(ctx).load(channel), locale }),
}
