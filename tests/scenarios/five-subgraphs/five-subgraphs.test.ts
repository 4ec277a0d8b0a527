import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { postHook } from '../post-hook.ts'

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation()
  await organisation.openQueue('social', ['SOCIAL'], 'social')
  await organisation.admin.request(
    'mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { userErrors { code } } }',
    {
      input: {
        id: 'delivery',
        keywords: ['parcel', 'delivery'],
        variants: [
          { channel: 'ANY', locale: 'en', title: 'Where is my parcel', body: 'Ask for the order number.' },
        ],
      },
    },
  )
}, 60_000)
afterAll(() => organisation?.stop())

interface Answer {
  queue: {
    name: string
    waitingCount: number
    metrics: { offered: number; waiting: number; serviceLevel: { ratio: number | null } }
    waiting: {
      nodes: Array<{
        dueAt: string
        sla: Array<{ status: string }>
        session: { channel: string }
        conversation: {
          lastMessage: { text: string }
          customer: { displayName: string; recentTouchpoints: Array<{ channel: string }> } | null
          suggestedArticles: Array<{ article: { id: string } }> | null
        }
      }>
    }
  }
}

const query = `{ queue(id: "social") { name waitingCount metrics { offered waiting serviceLevel { ratio } }
  waiting(first: 100) { nodes { dueAt sla { status } session { channel }
    conversation { lastMessage { text } customer { displayName recentTouchpoints { channel } }
      suggestedArticles { article { id } } } } } } }`

/** So many people write on Telegram. */
async function write(first: number, count: number): Promise<void> {
  for (let person = first; person < first + count; person++) {
    const status = await postHook(organisation, 'telegram', {
      update_id: person,
      message: {
        message_id: person,
        date: Math.floor(Date.now() / 1000),
        chat: { id: person, type: 'private', first_name: `Person ${person}` },
        from: { id: person, is_bot: false, first_name: `Person ${person}` },
        text: 'Where is my parcel?',
      },
    })
    expect(status).toBe(200)
  }
}

/** The answer when it shows this many contacts, with all that the other subgraphs know of them. */
async function answerOf(count: number) {
  return vi.waitFor(
    async () => {
      const answer = await organisation.admin.answer<Answer>(query)
      const { nodes } = answer.data.queue.waiting
      expect(nodes).toHaveLength(count)
      expect(nodes.filter(({ conversation }) => conversation.customer)).toHaveLength(count)
      expect(nodes.filter(({ conversation }) => conversation.suggestedArticles?.length)).toHaveLength(count)
      expect(answer.data.queue.metrics.offered).toBe(count)
      return answer
    },
    { timeout: 30_000, interval: 200 },
  )
}

test('one query over all five subgraphs costs the same number of requests for one contact and for twenty', async () => {
  await write(1, 1)
  const one = await answerOf(1)
  await write(2, 19)
  const twenty = await answerOf(20)
  console.log(`subgraph requests: ${one.subgraphRequests} for 1 contact, ${twenty.subgraphRequests} for 20`)
  expect(one.subgraphRequests).toBeGreaterThanOrEqual(5)
  expect(one.subgraphRequests).toBeLessThanOrEqual(7)
  expect(twenty.subgraphRequests).toBe(one.subgraphRequests)
  expect(twenty.data.queue.waiting.nodes.at(-1)).toMatchObject({
    sla: [{ status: 'ACTIVE' }],
    session: { channel: 'telegram' },
    conversation: {
      lastMessage: { text: 'Where is my parcel?' },
      customer: {
        displayName: expect.stringMatching(/^Person/),
        recentTouchpoints: [{ channel: 'telegram' }],
      },
      suggestedArticles: [{ article: { id: 'delivery' } }],
    },
  })
}, 60_000)

test('with the knowledge subgraph stopped the rest comes, with a coded error; started again, everything does', async () => {
  await organisation.system.suspend('knowledge')
  const partial = `{ queue(id: "social") { waitingCount waiting(first: 3) { nodes { conversation {
    lastMessage { text } customer { displayName } } } } } article(id: "delivery") { id } }`
  const { data, errors } = await organisation.admin.answer<Answer & { article: null }>(partial, {}, true)
  expect(data.article).toBeNull()
  expect(data.queue.waitingCount).toBe(20)
  expect(data.queue.waiting.nodes[0]?.conversation.customer?.displayName).toMatch(/^Person/)
  expect(errors).toMatchObject([{ path: ['article'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }])

  // A field that may not be null takes its conversation with it; all around it stays.
  const whole = await organisation.admin.answer<Answer>(query, {}, true)
  expect(whole.data.queue.waitingCount).toBe(20)
  expect(whole.data.queue.metrics.offered).toBe(20)
  expect(whole.errors.map(({ extensions }) => extensions?.code)).toContain('SUBGRAPH_UNAVAILABLE')

  await organisation.system.resume('knowledge')
  expect((await answerOf(20)).errors).toEqual([])
}, 60_000)
