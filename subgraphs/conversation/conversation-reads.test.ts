import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import type { ConversationConfig } from './config.ts'
import { conversationSubgraph } from './definition.ts'
import { Conversations } from './models/conversation.ts'
import { Messages } from './models/message.ts'
import { type Session, Sessions } from './models/session.ts'

import { lineOf } from './testing/line-under-test.ts'

const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ada', roles: ['agent'] }

let subgraph: TestSubgraph<ConversationConfig>
let line: ReturnType<typeof lineOf>
beforeAll(async () => {
  subgraph = await createTestSubgraph(conversationSubgraph)
  line = lineOf(subgraph)
})
afterAll(() => subgraph.stop())

test('many entities cost as many store calls as one', async () => {
  const customerId = newId()
  const lines = await Promise.all(Array.from({ length: 20 }, (_, at) => line.write(`v-many-${at}`)))
  for (const line of lines) {
    const session = await Sessions(subgraph.ctx.db)
      .findById(line?.conversation?.openSession.id)
      .lean<Session>()
    await deliver(subgraph.ctx, conversationSubgraph.consumers ?? [], identityResolved, {
      channelIdentityId: session?.channelIdentityId ?? '',
      customerId,
      rule: 'NEW_PROFILE',
      resolvedAt: new Date(),
    })
  }
  const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Conversation {
    customer { id conversations { nodes { id } } } lastMessage { text author { joinedAt } } sessions { id conversation { id } }
    openSession { id } messages(last: 5) { nodes { text author { displayName } } pageInfo { hasPreviousPage } } } } }`
  const ask = async (ids: Array<string | undefined>) => {
    const r = ids.map((id) => ({ __typename: 'Conversation', id }))
    const { data, errors } = await subgraph.query<{ _entities: Array<{ customer: { id: string } }> }>(
      agent,
      document,
      { r },
    )
    expect(errors).toBeUndefined()
    return data?._entities ?? []
  }
  const ids = lines.map((line) => line?.conversation?.id)
  await ask(ids.slice(0, 1))
  // The sweeper looks each second, beside every work; no field reads by these calls.
  const sweeps = new Set(['rawPayloads.aggregate', 'messages.aggregate'])
  const callsFor = async (count: number) =>
    (await storeCallsOf(() => ask(ids.slice(0, count)))).filter((call) => !sweeps.has(call))
  const forOne = await callsFor(1)
  const forMany = await callsFor(20)
  expect(forMany).toEqual(forOne)
  expect(forMany.length).toBeLessThanOrEqual(6)
  expect((await ask(ids)).map(({ customer }) => customer.id)).toEqual(ids.map(() => customerId))
})

test('pages of conversations and messages go on where they ended', async () => {
  for (let at = 0; at < 7; at++) await line.write('v-pages', `p${at}`)
  interface Page {
    visitorConversation: {
      messages: { nodes: Array<{ text: string }>; pageInfo: { hasNextPage: boolean; endCursor: string } }
    }
  }
  const read = async (args: string) => {
    const page = `{ visitorConversation { messages(${args}) { nodes { text } pageInfo { hasNextPage endCursor } } } }`
    const { data } = await subgraph.query<Page>({ kind: 'visitor', id: 'v-pages' }, page)
    return data?.visitorConversation.messages
  }
  const first = await read('first: 3')
  const second = await read(`first: 3, after: "${first?.pageInfo.endCursor}"`)
  const last = await read('last: 2')
  const before = await read(`last: 2, before: "${first?.pageInfo.endCursor}"`)
  const texts = (page: Awaited<ReturnType<typeof read>>) => page?.nodes.map(({ text }) => text)
  expect([first, second, last, before].map(texts)).toEqual([
    ['p0', 'p1', 'p2'],
    ['p3', 'p4', 'p5'],
    ['p5', 'p6'],
    ['p0', 'p1'],
  ])
  expect([first, last].map((page) => page?.pageInfo.hasNextPage)).toEqual([true, false])
  const seen: string[] = []
  let after: string | undefined
  do {
    const list = `{ conversations(first: 10${after ? `, after: "${after}"` : ''}) { nodes { id } pageInfo { hasNextPage endCursor } } }`
    const { data } = await subgraph.query<{
      conversations: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean; endCursor: string } }
    }>(agent, list)
    seen.push(...(data?.conversations.nodes ?? []).map(({ id }) => id))
    after = data?.conversations.pageInfo.hasNextPage ? data.conversations.pageInfo.endCursor : undefined
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(await Conversations(subgraph.ctx.db).countDocuments())
})

test('what people wait for is read by an index', async () => {
  const { db } = subgraph.ctx
  const plans = [
    Conversations(db).find({ status: 'OPEN' }).sort({ lastActivityAt: -1, _id: -1 }).limit(21),
    Conversations(db).find({}).sort({ lastActivityAt: -1, _id: -1 }).limit(21),
    Messages(db).find({ conversationId: 'c', sequence: { $gt: 3, $lte: 9 } }),
    Messages(db).find({ sessionId: 's', 'delivery.status': 'SENDING' }).sort({ sequence: 1 }).limit(1),
    Sessions(db).find({ channelIdentityId: 'i', callId: null, status: 'OPEN' }),
    db
      .collection('rawPayloads')
      .find({
        lane: 'voice',
        state: 'PENDING',
        parts: { $elemMatch: { shard: 1, state: 'PENDING', key: { $nin: ['k'] } } },
      })
      .sort({ _id: 1 })
      .limit(50),
  ]
  for (const plan of plans) {
    const explained = JSON.stringify(await plan.explain('queryPlanner'))
    expect(explained).toContain('IXSCAN')
    expect(explained).not.toContain('COLLSCAN')
    expect(explained.match(/"winningPlan":.*?"rejectedPlans"/)?.[0]).not.toContain('"stage":"SORT"')
  }
})
