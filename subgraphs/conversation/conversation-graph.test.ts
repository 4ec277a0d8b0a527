import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import type { ConversationConfig } from './config.ts'
import { conversationSubgraph } from './definition.ts'

import { lineOf, type Sent, sendVisitorMessage } from './testing/line-under-test.ts'

const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ada', roles: ['agent'] }
const service: Viewer = { kind: 'service', id: 'router' }

let subgraph: TestSubgraph<ConversationConfig>
let line: ReturnType<typeof lineOf>
beforeAll(async () => {
  subgraph = await createTestSubgraph(conversationSubgraph)
  line = lineOf(subgraph)
})
afterAll(() => subgraph.stop())

describe('a visitor', () => {
  test('writes the same message once, however often it is sent', async () => {
    const clientMessageId = newId()
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => line.write('v-once', 'once', clientMessageId)),
    )
    expect(new Set(sent.map((one) => one?.message?.id)).size).toBe(1)
  })

  test('whom the site has proved is told as proved, under the proved name; what is typed proves nothing', async () => {
    const verified = { issuer: 'web-chat:main', subject: 'user-7', email: 'mei@example.org', name: 'Mei' }
    const sendAs = (viewer: Viewer) =>
      subgraph.query<Sent>(viewer, sendVisitorMessage, {
        input: { text: 'hello', clientMessageId: newId(), displayName: 'Typed' },
      })
    const proved = await sendAs({ kind: 'visitor', id: 'v-proved', verified })
    const typed = await sendAs({ kind: 'visitor', id: 'v-typed' })
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
    const sent = await Promise.all(Array.from({ length: 50 }, (_, at) => line.write('v-fifty', `m${at}`)))
    const sequences = sent.map((one) => one?.message?.sequence ?? 0).sort((a, b) => a - b)
    expect(sequences).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })

  test('sees their own line and nobody else’s: what is not theirs is absent', async () => {
    const mine = await line.write('v-own')
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
    expect((await line.write('v-wrong', text))?.userErrors).toMatchObject([{ code, field: 'text' }])
  })
})

describe('live', () => {
  const added =
    'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence text } }'

  test('messages come once and in order, also behind a cursor', async () => {
    const first = await line.write('v-live', 'one')
    const id = first?.conversation?.id ?? ''
    await line.write('v-live', 'two')
    const cursorFor = (viewer: Viewer) => subgraph.ctx.live.cursor(`conversation:${id}:messages`, 1, viewer)
    expect(first?.message?.cursor).toBe(cursorFor({ kind: 'visitor', id: 'v-live' }))
    const after = cursorFor(service)
    const stream = subgraph.subscribe<{ messageAdded: { sequence: number; text: string } }>(service, added, {
      id,
      after,
    })
    const texts: Array<string | undefined> = []
    texts.push((await stream.next()).value.data?.messageAdded.text)
    await line.write('v-live', 'three')
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
    const sent = await line.write('v-state')
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
    await line.take(sent?.conversation?.openSession.id ?? '')
    let joined: Changed | null | undefined
    do joined = (await stream.next()).value.data
    while (joined?.conversationChanged.participants.length === 1)
    expect(joined?.conversationChanged.participants[1]).toEqual({ purpose: 'AGENT', displayName: 'Ada' })
    await stream.return?.()
  })
})

test('wrapping up ends the contact once and frees the agent', async () => {
  const sent = await line.write('v-wrap')
  const sessionId = sent?.conversation?.openSession.id ?? ''
  await line.take(sessionId)
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
