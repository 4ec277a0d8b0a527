import { type Connection, connection, type PageArguments, pageOf } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ArticleRecord, Articles } from '../models/article.ts'
import { articleIndexOf } from './article-index.ts'
import { findArticles } from './find-articles.ts'

const byTitle = { sortTitle: 1, _id: 1 } as const

/**
 * Published articles: with a search the best match first, else by title.
 * @throws BAD_USER_INPUT for a page that cannot be
 */
export async function listArticles(
  ctx: ServiceContext,
  { search, ...pageArguments }: PageArguments & { search?: string | null },
): Promise<Connection<ArticleRecord>> {
  const page = pageOf(pageArguments)
  const words = search?.trim()
  if (!words) {
    const rows = await Articles(ctx.db).find(rowsBehind(page, byTitle)).sort(byTitle).limit(page.limit).lean()
    return connection(rows, page, ({ sortTitle, _id }) => [sortTitle, _id])
  }
  const matches = await articleIndexOf(ctx).search(ctx, words)
  // A page of a search goes on behind an article; one that was retired meanwhile begins again at the head.
  const from = page.after ? matches.findIndex(({ articleId }) => articleId === page.after?.[0]) + 1 : 0
  const wanted = matches.slice(from, from + page.limit).map(({ articleId }) => articleId)
  const found = await findArticles(ctx, wanted)
  const rows = wanted.map((id) => found.get(id)).filter((article) => article !== undefined)
  return connection(rows, page, ({ _id }) => [_id])
}
