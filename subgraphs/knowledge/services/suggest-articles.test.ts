import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { onMessageRecorded } from '../consumers/message-recorded.ts'
import { knowledgeSubgraph } from '../definition.ts'
import { ConversationTopics } from '../models/conversation-topic.ts'
import { publishArticle } from './publish-article.ts'

let subgraph: TestSubgraph
const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ana', roles: ['agent'] }

beforeAll(async () => {
  subgraph = await createTestSubgraph(knowledgeSubgraph)
  const article = (id: string, title: string, titleZh: string, body: string, keywords: string[]) =>
    publishArticle(
      subgraph.ctx,
      {
        id,
        keywords,
        variants: [
          { channel: 'ANY', locale: 'en', title, body },
          { channel: 'ANY', locale: 'zh-CN', title: titleZh, body: titleZh },
          { channel: 'SOCIAL', locale: 'en', title: `${title} in short`, body },
        ],
      },
      'seed',
    )
  await article('delivery', 'Where is my order', '包裹在哪里', 'Track your parcel by its order number.', [
    'delivery',
    'parcel',
    '快递',
    '包裹',
  ])
  await article('refund', 'Charged twice', '重复扣款', 'A double charge is refunded within three days.', [
    'refund',
    'payment',
    '退款',
  ])
  await article('password', 'Reset your password', '重置密码', 'Use the reset link to sign in again.', [
    'password',
    'locked',
    '密码',
  ])
})
afterAll(() => subgraph.stop())

const say = (
  conversationId: string,
  sequence: number,
  text: string,
  author: 'CUSTOMER' | 'AGENT' = 'CUSTOMER',
) =>
  deliver(subgraph.ctx, [onMessageRecorded], messageRecorded, {
    messageId: `${conversationId}-${sequence}`,
    conversationId,
    sessionId: 's',
    channel: 'telegram',
    mediaType: 'SOCIAL',
    sequence,
    author,
    kind: 'TEXT',
    text,
    sentAt: new Date(),
  })

const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Conversation { id
  suggestedArticles { article { id } variant { title } score matchedTerms } } } }`
interface Answer {
  _entities: Array<{
    id: string
    suggestedArticles: Array<{
      article: { id: string }
      variant: { title: string }
      score: number
      matchedTerms: string[]
    }>
  }>
}
async function suggestionsFor(...ids: string[]) {
  const { data, errors } = await subgraph.query<Answer>(agent, document, {
    of: ids.map((id) => ({ __typename: 'Conversation', id })),
  })
  expect(errors).toBeUndefined()
  return data?._entities ?? []
}

test.each([
  ['en-1', 'Hi, my parcel has not arrived. Where is my order?', 'delivery', 'Where is my order in short'],
  ['en-2', 'you charged me twice!', 'refund', 'Charged twice in short'],
  ['zh-1', '我的包裹还没到', 'delivery', '包裹在哪里'],
  ['typo', 'i forgot my pasword', 'password', 'Reset your password in short'],
])('%s: %j leads to %s', async (id, text, article, title) => {
  await say(id, 1, text)
  const [conversation] = await suggestionsFor(id)
  expect(conversation?.suggestedArticles[0]).toMatchObject({ article: { id: article }, variant: { title } })
  expect(conversation?.suggestedArticles[0]?.score).toBeGreaterThan(0.3)
  expect(conversation?.suggestedArticles[0]?.matchedTerms.length).toBeGreaterThan(0)
})

test('what led to an article is told in the customer’s own words', async () => {
  await say('own-words', 1, 'You CHARGED me for two Refunds')
  const [conversation] = await suggestionsFor('own-words')
  expect(conversation?.suggestedArticles[0]).toMatchObject({
    article: { id: 'refund' },
    matchedTerms: ['CHARGED', 'Refunds'],
  })
})

test('small talk, an agent’s words and an unknown conversation lead to nothing', async () => {
  await say('talk', 1, 'hello, good morning')
  await say('talk', 2, 'password password password', 'AGENT')
  expect((await suggestionsFor('talk', 'unknown')).map(({ suggestedArticles }) => suggestedArticles)).toEqual(
    [[], []],
  )
})

test('words are kept in order of their sequence, the latest twenty, whatever order they come in', async () => {
  for (const sequence of [3, 1, 2, ...Array.from({ length: 22 }, (_, index) => 25 - index)]) {
    await say('order', sequence, `word ${sequence}`)
  }
  const topic = await ConversationTopics(subgraph.ctx.db).findById('order').lean()
  expect(topic?.texts).toHaveLength(20)
  expect(topic?.texts.map(({ sequence }) => sequence)).toEqual(
    [...(topic?.texts ?? [])].map(({ sequence }) => sequence).sort((a, b) => a - b),
  )
  expect(topic?.texts.at(-1)?.sequence).toBe(25)
})

test('fifty conversations cost one read of topics and one of articles', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `many-${index}`)
  await Promise.all(ids.map((id) => say(id, 1, 'where is my parcel')))
  const calls = await storeCallsOf(() => suggestionsFor(...ids))
  expect(calls.filter((call) => call === 'conversation_topics.find')).toHaveLength(1)
  // One by id for all, and at most one more by which the index looks for newer publications.
  expect(calls.filter((call) => call === 'articles.find').length).toBeLessThanOrEqual(2)
})

test('a channel is told by its kind as soon as a message has come by it', async () => {
  await say('kind', 1, 'hello')
  const read = await subgraph.query<{ article: Record<string, { title: string }> }>(
    agent,
    `{ article(id: "refund") { known: variant(channel: "telegram") { title } kind: variant(channel: "SOCIAL") { title }
       unknown: variant(channel: "carrier-pigeon") { title } zh: variant(channel: "telegram", locale: "zh-CN") { title } } }`,
  )
  expect(read.data?.article).toEqual({
    known: { title: 'Charged twice in short' },
    kind: { title: 'Charged twice in short' },
    unknown: { title: 'Charged twice' },
    zh: { title: '重复扣款' },
  })
})

test('visitors may read articles and get no suggestions', async () => {
  const visitor: Viewer = { kind: 'visitor', id: 'v' }
  const read = await subgraph.query<{ article: { id: string } }>(visitor, '{ article(id: "refund") { id } }')
  expect(read.data?.article.id).toBe('refund')
  const refused = await subgraph.query(visitor, document, {
    of: [{ __typename: 'Conversation', id: 'en-1' }],
  })
  expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
})

test('a new publication is found at once', async () => {
  await publishArticle(
    subgraph.ctx,
    {
      id: 'unicorn',
      keywords: ['unicorn'],
      variants: [{ channel: 'ANY', locale: 'en', title: 'Unicorns', body: 'About unicorns.' }],
    },
    'e',
  )
  await say('unicorn', 1, 'tell me of unicorns')
  const [conversation] = await suggestionsFor('unicorn')
  expect(conversation?.suggestedArticles[0]?.article.id).toBe('unicorn')
})
