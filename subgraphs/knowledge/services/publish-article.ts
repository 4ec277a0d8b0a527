import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ArticleRecord, Articles, type ArticleVariantRecord } from '../models/article.ts'
import { ArticleVersions } from '../models/article-version.ts'
import { RevisionCounters } from '../models/revision-counter.ts'
import { articleIndexOf } from './article-index.ts'
import type { ArticleToPublish } from './article-to-publish.ts'
import { type ArticleProblem, checkArticle } from './check-article.ts'

/**
 * Makes a new version of an article, or a new article, and publishes it at once. Of two editors who started from the
 * same version the first one wins; the other gets VERSION_CONFLICT and loses nothing.
 */
export async function publishArticle(
  ctx: ServiceContext,
  input: ArticleToPublish,
  publishedBy: string,
): Promise<{ article: ArticleRecord | null; userErrors: ArticleProblem[] }> {
  const problems = checkArticle(input)
  if (problems.length > 0) return { article: null, userErrors: problems }
  const article = await ctx.transaction((session) => publish(ctx, input, publishedBy, session))
  if (article) {
    articleIndexOf(ctx).markStale()
    return { article, userErrors: [] }
  }
  return {
    article: null,
    userErrors: [
      {
        field: 'baseVersion',
        code: 'VERSION_CONFLICT',
        message:
          'Another version was published meanwhile. Read it, carry your change over, and publish again.',
      },
    ],
  }
}

async function publish(
  ctx: ServiceContext,
  input: ArticleToPublish,
  publishedBy: string,
  session: ClientSession,
): Promise<ArticleRecord | null> {
  const id = input.id ?? newId()
  const base = input.baseVersion ?? 0
  const now = ctx.now()
  const counter = await RevisionCounters(ctx.db)
    .findOneAndUpdate(
      { _id: 'articles' },
      { $inc: { last: 1 } },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean()
  const content = { keywords: [...input.keywords], variants: [...input.variants] }
  const published = {
    ...content,
    version: base + 1,
    publishedAt: now,
    sortTitle: titleOf(input.variants).toLowerCase(),
    revision: counter.last,
  }
  const article = await replaceVersion(ctx, id, base, published, session)
  if (!article) return null
  await ArticleVersions(ctx.db).updateMany(
    { articleId: id, status: 'PUBLISHED' },
    { $set: { status: 'RETIRED', retiredAt: now } },
    { session },
  )
  await ArticleVersions(ctx.db).create(
    [
      {
        _id: newId(),
        articleId: id,
        number: base + 1,
        status: 'PUBLISHED',
        ...content,
        publishedAt: now,
        publishedBy,
        retiredAt: null,
      },
    ],
    { session },
  )
  return article
}

async function replaceVersion(
  ctx: ServiceContext,
  id: string,
  base: number,
  published: Omit<ArticleRecord, '_id'>,
  session: ClientSession,
): Promise<ArticleRecord | null> {
  if (base > 0) {
    return Articles(ctx.db)
      .findOneAndUpdate({ _id: id, version: base }, { $set: published }, { session, returnDocument: 'after' })
      .lean()
  }
  // An existing id would abort the transaction by its duplicate key: look first; the unique _id still decides a race.
  if (await Articles(ctx.db).exists({ _id: id }).session(session)) return null
  await Articles(ctx.db).create([{ _id: id, ...published }], { session })
  return { _id: id, ...published }
}

function titleOf(variants: readonly ArticleVariantRecord[]): string {
  return (variants.find(({ locale }) => locale === 'en') ?? variants[0])?.title ?? ''
}
