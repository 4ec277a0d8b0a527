import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ArticleRecord, Articles } from '../models/article.ts'

/** Published articles by id, many in one read. */
export async function findArticles(
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<Map<string, ArticleRecord>> {
  const articles = await Articles(ctx.db)
    .find({ _id: { $in: [...ids] } })
    .lean()
  return new Map(articles.map((article) => [article._id, article]))
}
