import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import type { ConversationConfig } from './config.ts'
import { conversationSubgraph } from './definition.ts'
import { Conversations } from './models/conversation.ts'
import { Messages } from './models/message.ts'
import { type Session, Sessions } from './models/session.ts'

const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ada', roles: ['agent'] }
const service: Viewer = { kind: 'service', id: 'router' }

let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  subgraph = await createTestSubgraph(conversationSubgraph)
})
afterAll(() => subgraph.stop())

interface Sent {
  sendVisitorMessage: {
    message: { id: string; sequence: number; cursor: string } | null
    conversation: { id: string; openSession: { id: string } } | null
    userErrors: Array<{ code: string; field: string | null }>
  }
}
const send = `mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) {
  message { id sequence cursor } conversation { id openSession { id } } userErrors { code field } } }`

async function write(visitorId: string, text = 'hello', clientMessageId = newId()) {
  const viewer: Viewer = { kind: 'visitor', id: visitorId }
  const { data, errors } = await subgraph.query<Sent>(viewer, send, {
    input: { text, clientMessageId, locale: 'en' },
  })
  expect(errors).toBeUndefined()
  return data?.sendVisitorMessage
}

async function take(sessionId: string): Promise<Session> {
  const session = await Sessions(subgraph.ctx.db).findById(sessionId).lean<Session>()
  if (!session) throw new Error('no session')
  await deliver(subgraph.ctx, conversationSubgraph.consumers ?? [], reservationAccepted, {
    reservationId: newId(),
    workItemId: newId(),
    sessionId,
    conversationId: session.conversationId,
    queueId: 'q',
    agentId: 'agent-1',
    agentName: 'Ada',
    acceptedAt: new Date(),
  })
  return session
}

describe('a visitor', () => {
  test('writes the same message once, however often it is sent', async () => {
    const clientMessageId = newId()
    const sent = await Promise.all(Array.from({ length: 10 }, () => write('v-once', 'once', clientMessageId)))
    expect(new Set(sent.map((one) => one?.message?.id)).size).toBe(1)
  })

  test('whom the site has proved is told as proved, under the proved name; what is typed proves nothing', async () => {
    const verified = { issuer: 'web-chat:main', subject: 'user-7', email: 'mei@example.org', name: 'Mei' }
    const write = (viewer: Viewer) =>
      subgraph.query<Sent>(viewer, send, {
        input: { text: 'hello', clientMessageId: newId(), displayName: 'Typed' },
      })
    const proved = await write({ kind: 'visitor', id: 'v-proved', verified })
    const typed = await write({ kind: 'visitor', id: 'v-typed' })
    const [first, second] = [proved, typed].map(({ data }) => {
      const sessionId = data?.sendVisitorMessage.conversation?.openSession.id
      return subgraph.emitted(sessionStarted).find(({ payload }) => payload.sessionId === sessionId)?.payload
    })
    const channelAccount = (id: string) => ({
      type: 'CHANNEL_ACCOUNT',
      value: `web-chat:main:${id}`,
      verified: true,
    })
    expect(first).toMatchObject({
      displayName: 'Mei',
      identifiers: [
        channelAccount('v-proved'),
        { type: 'EXTERNAL_ID', value: 'web-chat:main:user-7', verified: true },
        { type: 'EMAIL', value: 'mei@example.org', verified: true },
      ],
    })
    expect(second).toMatchObject({ displayName: 'Typed', identifiers: [channelAccount('v-typed')] })
  })

  test('writes 50 messages at once: 1 to 50, without gaps', async () => {
    const sent = await Promise.all(Array.from({ length: 50 }, (_, at) => write('v-fifty', `m${at}`)))
    const sequences = sent.map((one) => one?.message?.sequence ?? 0).sort((a, b) => a - b)
    expect(sequences).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })

  test('sees their own line and nobody else’s: what is not theirs is absent', async () => {
    const mine = await write('v-own')
    const id = mine?.conversation?.id
    const session = mine?.conversation?.openSession.id
    const message = mine?.message?.id
    const own = `{ visitorConversation { id } conversation(id: "${id}") { id } session(id: "${session}") { id sourceId } }`
    const seen = await subgraph.query({ kind: 'visitor', id: 'v-own' }, own)
    expect(seen.data).toEqual({
      visitorConversation: { id },
      conversation: { id },
      session: { id: session, sourceId: null },
    })
    const other: Viewer = { kind: 'visitor', id: 'v-other' }
    expect((await subgraph.query(other, own)).data).toEqual({
      visitorConversation: null,
      conversation: null,
      session: null,
    })
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`
    const r = [
      { __typename: 'Conversation', id },
      { __typename: 'Session', id: session },
      { __typename: 'Message', id: message },
      { __typename: 'Customer', id: 'c' },
      { __typename: 'ChannelAccount', id: 'web-chat:main' },
    ]
    expect((await subgraph.query(other, entities, { r })).data).toEqual({
      _entities: [null, null, null, null, null],
    })
    for (const viewer of [
      other,
      { kind: 'anonymous' },
      { kind: 'partner', id: 'p', scopes: [] },
    ] as Viewer[]) {
      const stream = subgraph.subscribe(
        viewer,
        `subscription { messageAdded(conversationId: "${id}") { id } }`,
      )
      const first = await stream.next().catch((error: unknown) => ({ value: { errors: error } }))
      expect(JSON.stringify(first.value)).toContain('NOT_FOUND')
      await stream.return?.()
    }
  })

  test.each([
    ['', 'TEXT_EMPTY'],
    ['x'.repeat(4_001), 'TEXT_TOO_LONG'],
  ])('is told what is wrong with a text', async (text, code) => {
    expect((await write('v-wrong', text))?.userErrors).toMatchObject([{ code, field: 'text' }])
  })
})

describe('live', () => {
  const added =
    'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence text } }'

  test('messages come once and in order, also behind a cursor', async () => {
    const first = await write('v-live', 'one')
    const id = first?.conversation?.id ?? ''
    await write('v-live', 'two')
    const cursorFor = (viewer: Viewer) => subgraph.ctx.live.cursor(`conversation:${id}:messages`, 1, viewer)
    expect(first?.message?.cursor).toBe(cursorFor({ kind: 'visitor', id: 'v-live' }))
    const after = cursorFor(service)
    const stream = subgraph.subscribe<{ messageAdded: { sequence: number; text: string } }>(service, added, {
      id,
      after,
    })
    const texts: Array<string | undefined> = []
    texts.push((await stream.next()).value.data?.messageAdded.text)
    await write('v-live', 'three')
    const third = (await stream.next()).value
    texts.push(third.data?.messageAdded.text)
    expect(texts).toEqual(['two', 'three'])
    expect(third.extensions?.live).toMatchObject({
      kind: 'EVENT',
      sequence: 3,
      topic: `conversation:${id}:messages`,
    })
    await stream.return?.()
  })

  test('the state tells when an agent joins', async () => {
    const sent = await write('v-state')
    const id = sent?.conversation?.id
    const changed = `subscription { conversationChanged(conversationId: "${id}") { status participants { purpose displayName } } }`
    interface Changed {
      conversationChanged: {
        status: string
        participants: Array<{ purpose: string; displayName: string | null }>
      }
    }
    const stream = subgraph.subscribe<Changed>({ kind: 'visitor', id: 'v-state' }, changed)
    expect((await stream.next()).value.data?.conversationChanged.participants).toHaveLength(1)
    await take(sent?.conversation?.openSession.id ?? '')
    let joined: Changed | null | undefined
    do joined = (await stream.next()).value.data
    while (joined?.conversationChanged.participants.length === 1)
    expect(joined?.conversationChanged.participants[1]).toEqual({ purpose: 'AGENT', displayName: 'Ada' })
    await stream.return?.()
  })
})

test('wrapping up ends the contact once and frees the agent', async () => {
  const sent = await write('v-wrap')
  const sessionId = sent?.conversation?.openSession.id ?? ''
  await take(sessionId)
  const wrap = `mutation ($input: WrapUpSessionInput!) { wrapUpSession(input: $input) {
    session { status wrapUp { code note agentId } segments { kind } } userErrors { code } } }`
  const by = (code: string) => subgraph.query(agent, wrap, { input: { sessionId, code, note: ' done ' } })
  expect((await by('NOPE')).data).toMatchObject({
    wrapUpSession: { userErrors: [{ code: 'UNKNOWN_WRAP_UP_CODE' }] },
  })
  const [one, two] = await Promise.all([by('RESOLVED'), by('RESOLVED')])
  expect(one.data).toEqual(two.data)
  expect(one.data).toMatchObject({
    wrapUpSession: {
      session: {
        status: 'ENDED',
        wrapUp: { code: 'RESOLVED', note: 'done', agentId: 'agent-1' },
        segments: [{ kind: 'QUEUE' }, { kind: 'INTERACT' }, { kind: 'WRAPUP' }],
      },
    },
  })
  expect((await by('SPAM')).data).toMatchObject({
    wrapUpSession: { userErrors: [{ code: 'ALREADY_WRAPPED_UP' }] },
  })
  expect(
    subgraph.emitted(sessionWrappedUp).filter(({ payload }) => payload.sessionId === sessionId),
  ).toHaveLength(1)
  expect(
    (
      await subgraph.query(
        { kind: 'visitor', id: 'v-wrap' },
        `{ session(id: "${sessionId}") { wrapUp { code } } }`,
      )
    ).data,
  ).toEqual({
    session: { wrapUp: null },
  })
})

test('many entities cost as many store calls as one', async () => {
  const customerId = newId()
  const lines = await Promise.all(Array.from({ length: 20 }, (_, at) => write(`v-many-${at}`)))
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
  for (let at = 0; at < 7; at++) await write('v-pages', `p${at}`)
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
