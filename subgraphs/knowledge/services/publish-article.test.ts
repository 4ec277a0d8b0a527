import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import '../definition.ts'
import { Articles } from '../models/article.ts'
import { ArticleVersions } from '../models/article-version.ts'
import { listArticles } from './list-articles.ts'
import { publishArticle } from './publish-article.ts'

let service: TestService

beforeAll(async () => {
  service = await createTestService({ name: 'knowledge' })
})
afterAll(() => service.stop())

const told = (title: string, channel = 'ANY', locale = 'en') => ({
  channel,
  locale,
  title,
  body: `About ${title}`,
})

test('a new version replaces the published one, which is kept as retired', async () => {
  const { ctx } = service
  const first = await publishArticle(ctx, { keywords: [], variants: [told('Returns')] }, 'editor-1')
  const id = first.article?._id ?? ''
  const second = await publishArticle(
    ctx,
    { id, baseVersion: 1, keywords: [], variants: [told('Sending back')] },
    'editor-2',
  )
  expect(second.article).toMatchObject({ _id: id, version: 2, sortTitle: 'sending back' })
  const versions = await ArticleVersions(ctx.db).find({ articleId: id }).sort({ number: 1 }).lean()
  expect(versions.map(({ number, status, publishedBy }) => ({ number, status, publishedBy }))).toEqual([
    { number: 1, status: 'RETIRED', publishedBy: 'editor-1' },
    { number: 2, status: 'PUBLISHED', publishedBy: 'editor-2' },
  ])
})

test('what a version says cannot be changed afterwards', async () => {
  const { ctx } = service
  const { article } = await publishArticle(ctx, { keywords: ['k'], variants: [told('Fixed')] }, 'editor')
  const where = { articleId: article?._id }
  await ArticleVersions(ctx.db).updateOne(where, {
    $set: { variants: [told('Forged')], publishedBy: 'nobody' },
  })
  expect(await ArticleVersions(ctx.db).findOne(where).lean()).toMatchObject({
    variants: [told('Fixed')],
    publishedBy: 'editor',
  })
})

test('lists and what the index follows are read by an index', async () => {
  const { ctx } = service
  const plans = await Promise.all([
    Articles(ctx.db).find().sort({ sortTitle: 1, _id: 1 }).explain('queryPlanner'),
    Articles(ctx.db)
      .find({ revision: { $gt: 1 } })
      .sort({ revision: 1 })
      .explain('queryPlanner'),
    ArticleVersions(ctx.db).find({ articleId: 'x', status: 'PUBLISHED' }).explain('queryPlanner'),
  ])
  for (const plan of plans.map((one) => JSON.stringify(one))) {
    expect(plan).toContain('"IXSCAN"')
    expect(plan).not.toContain('COLLSCAN')
  }
})

test('of twenty editors who started from the same version one wins, the others get a conflict', async () => {
  const { ctx } = service
  const { article } = await publishArticle(ctx, { keywords: [], variants: [told('Opening hours')] }, 'editor')
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      publishArticle(
        ctx,
        { id: article?._id, baseVersion: 1, keywords: [], variants: [told(`Hours ${index}`)] },
        `editor-${index}`,
      ),
    ),
  )
  expect(results.filter((result) => result.article)).toHaveLength(1)
  expect(results.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
    Array(19).fill('VERSION_CONFLICT'),
  )
  expect(await ArticleVersions(ctx.db).countDocuments({ articleId: article?._id })).toBe(2)
})

test('a given id makes an article once', async () => {
  const { ctx } = service
  const id = `refunds-${newId()}`
  const results = await Promise.all(
    [1, 2, 3, 4].map(() => publishArticle(ctx, { id, keywords: [], variants: [told('Refunds')] }, 'seed')),
  )
  expect(results.filter((result) => result.article)).toHaveLength(1)
  expect((await Articles(ctx.db).findById(id).lean())?.version).toBe(1)
})

test('what cannot be published is refused with every reason', async () => {
  const { userErrors } = await publishArticle(
    service.ctx,
    { id: 'not an id', keywords: [], variants: [told('', 'SOCIAL'), told('x', 'SOCIAL')] },
    'editor',
  )
  expect(userErrors.map(({ field, code }) => [field, code])).toEqual([
    ['id', 'INVALID_ID'],
    ['variants', 'NO_GENERAL_VARIANT'],
    ['variants.0', 'INVALID_VARIANT'],
    ['variants.1', 'DUPLICATE_VARIANT'],
  ])
})

test('a list by title goes on behind its cursor', async () => {
  const { ctx } = service
  await Promise.all(
    ['Alpha', 'Beta', 'Gamma'].map((title) =>
      publishArticle(ctx, { keywords: [], variants: [told(title)] }, 'e'),
    ),
  )
  const all = await listArticles(ctx, { first: 100 })
  const first = await listArticles(ctx, { first: 2 })
  const second = await listArticles(ctx, { first: 2, after: first.pageInfo.endCursor })
  expect([...first.nodes, ...second.nodes].map(({ _id }) => _id)).toEqual(
    all.nodes.slice(0, 4).map(({ _id }) => _id),
  )
  const titles = all.nodes.map(({ sortTitle }) => sortTitle)
  expect(titles).toEqual([...titles].sort())
})
