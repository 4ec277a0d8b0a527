import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { type Follower, follow, openSocket, readEventStream } from './live-client.ts'
import { staffToken, staffWithRoles, visitorToken } from './person.ts'
import { addMessages } from './subgraphs/conversation.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

interface Added {
  messageAdded: { sequence: number; text: string; author: { name: string } }
}
interface Board {
  boardChanged: { waiting: number; viewer: string; filler: string }
}
const messages =
  'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence text author { name } } }'
const board = 'subscription { boardChanged { waiting viewer } }'

let system: TestSystem
let url: string
const followers: Array<Follower<unknown>> = []
beforeAll(async () => {
  // Small bounds, so that a client that does not read passes them with little data.
  system = await startTestSystem({}, { liveBounds: { events: 50, size: 1_000_000 } })
  url = system.router.url
})
afterEach(async () => {
  await Promise.all(followers.splice(0).map((one) => one.stop()))
  await until('nobody follows any more', () => system.router.live.clients === 0)
})
afterAll(() => system?.stop())

function watch<D>(token: string, query: string, variables?: Record<string, unknown>): Follower<D> {
  const one = follow<D>(url, token, query, variables)
  followers.push(one)
  return one
}
const sequences = (one: Follower<Added>) => one.received.map(({ data }) => data?.messageAdded.sequence)
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const changeBoard = (waiting: number, filler = '') => {
  Object.assign(system.conversation.board, { waiting, filler })
  system.subgraph().ctx.live.changed('board')
}

test('an event arrives with fields of another subgraph and its place in the topic', async () => {
  const { token } = await visitorToken(url)
  const one = watch<Added>(token, messages, { id: 'placed' })
  await until('subscribed', () => system.conversation.subscribed['messageAdded'])
  await addMessages(system.subgraph().ctx, 'placed', 1)
  // Without a cursor it begins where the subgraph is when the subscription reaches it: write until it is seen.
  await until('an event', async () => {
    if (one.received.length === 0) await addMessages(system.subgraph().ctx, 'placed', 1)
    return one.received.length
  })
  const [first] = one.received
  expect(first?.data?.messageAdded.author.name).toBe('Person p1')
  expect(first?.extensions?.live).toMatchObject({
    kind: 'EVENT',
    topic: 'conversation:placed:messages',
    sequence: first?.data?.messageAdded.sequence,
    cursor: expect.any(String),
  })
})

test('fifty clients with equal rights share one upstream, and an event is completed once for all', async () => {
  const agents = await Promise.all(['ana', 'jonas'].map((name) => staffWithRoles(url, name, ['agent'])))
  const before = system.conversation.subscribed['messageAdded'] ?? 0
  const clients = Array.from({ length: 50 }, (_, at) =>
    watch<Added>(agents[at % 2] ?? '', messages, { id: 'many' }),
  )
  await until('all have joined', () => system.router.live.clients === 50)
  expect(system.router.live.upstreams).toBe(1)
  await until('the one subscription', () => (system.conversation.subscribed['messageAdded'] ?? 0) > before)
  await until('the first event', async () => {
    if (!clients[0]?.received.length) await addMessages(system.subgraph().ctx, 'many', 1)
    return clients[0]?.received.length
  })
  const asked = system.customer.asked.entities
  await addMessages(system.subgraph().ctx, 'many', 3)
  const last = (one: Follower<Added>) => one.received.at(-1)?.data?.messageAdded.sequence
  const head = await until(
    'the head',
    () => (clients[0]?.received.length ?? 0) > 3 && last(clients[0] as Follower<Added>),
  )
  await until('all have it', () => clients.every((one) => last(one) === head))
  expect(system.conversation.subscribed['messageAdded']).toBe(before + 1)
  expect(system.customer.asked.entities - asked).toBeLessThanOrEqual(4)
})

test('other rights follow for themselves, and a topic of the viewer is never shared', async () => {
  const [admin, agent, other] = [
    await staffToken(url),
    await staffWithRoles(url, 'wang', ['agent']),
    await staffWithRoles(url, 'sam', ['agent']),
  ]
  const boards = [admin, agent, other].map((token) => watch<Board>(token, board))
  await until('all boards', () => boards.every((one) => one.received.length > 0))
  expect(system.router.live.upstreams).toBe(2)
  expect(boards[1]?.received[0]?.data?.boardChanged.viewer).toBe('staff topic')
  const inbox = 'subscription { agentInbox { viewer } }'
  const inboxes = [agent, other].map((token) => watch<{ agentInbox: { viewer: string } }>(token, inbox))
  await until('all inboxes', () => inboxes.every((one) => one.received.length > 0))
  expect(system.router.live.upstreams).toBe(4)
  expect(inboxes[0]?.received[0]?.data?.agentInbox.viewer).not.toBe(
    inboxes[1]?.received[0]?.data?.agentInbox.viewer,
  )
})

test('who joins a state topic has the newest state at once, without another subscription', async () => {
  const token = await staffToken(url)
  const first = watch<Board>(token, board)
  changeBoard(7)
  await until('the state', () => first.received.at(-1)?.data?.boardChanged.waiting === 7)
  const before = system.conversation.subscribed['boardChanged']
  const second = watch<Board>(token, board)
  await until('the kept state', () => second.received.length)
  expect(second.received[0]?.data?.boardChanged.waiting).toBe(7)
  const otherFields = watch<Board>(token, 'subscription { boardChanged { waiting filler } }')
  await until('the same for other fields', () => otherFields.received.length)
  expect(system.conversation.subscribed['boardChanged']).toBe((before ?? 0) + 1) // only the other fields' own
})

describe('a client that stops reading', () => {
  const filler = 'x'.repeat(20_000)

  test('is closed when its events pass the bounds, and the others go on', async () => {
    const token = await staffToken(url)
    const { ctx } = system.subgraph()
    const reader = watch<Added>(token, messages, { id: 'slow' })
    const stuck = await openSocket(url, { token })
    await stuck.acknowledged
    stuck.socket.send(
      JSON.stringify({ type: 'subscribe', id: '1', payload: { query: messages, variables: { id: 'slow' } } }),
    )
    await until('both have joined', () => system.router.live.clients === 2)
    stuck.socket.pause()
    const seen = () => reader.received.at(-1)?.data?.messageAdded.sequence
    await until('the upstream runs', async () => {
      await addMessages(ctx, 'slow', 1)
      return reader.received.length
    })
    await until('the one that does not read is gone', async () => {
      const rows = await addMessages(ctx, 'slow', 20, () => filler)
      await until('the reader keeps up', () => seen() === rows.at(-1)?.sequence)
      return system.router.live.clients === 1
    })
    const rows = await addMessages(ctx, 'slow', 1)
    await until('the other one goes on', () => seen() === rows[0]?.sequence)
    const got = sequences(reader)
    expect(got).toEqual(upTo(got[0] as number, rows[0]?.sequence as number))
    stuck.socket.resume()
    expect([4290, 1006]).toContain(await stuck.closed)
  })

  test('gets only the newest of the states that it missed', async () => {
    const token = await staffToken(url)
    const stuck = await openSocket(url, { token })
    await stuck.acknowledged
    const reader = watch<Board>(token, board)
    const states: number[] = []
    stuck.socket.on('message', (data) => {
      states.push(JSON.parse(String(data)).payload.data.boardChanged.waiting)
    })
    const query = 'subscription { boardChanged { waiting viewer filler } }'
    stuck.socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }))
    await until('the first state', () => states.length)
    stuck.socket.pause()
    const newest = 1_500
    for (let waiting = 100; waiting <= newest; waiting += 5) {
      changeBoard(waiting, 'y'.repeat(60_000))
      await until('the reader has it', () => reader.received.at(-1)?.data?.boardChanged.waiting === waiting)
    }
    stuck.socket.resume()
    await until('the newest state', () => states.at(-1) === newest)
    expect(states.length).toBeLessThan((newest - 100) / 5)
    expect(states).toEqual([...states].sort((a, b) => a - b))
    stuck.socket.close()
  })
})

describe('a subgraph that restarts', () => {
  test('loses no event for anybody, and sends none twice', async () => {
    const token = await staffToken(url)
    const { ctx } = system.subgraph()
    const [start] = await addMessages(ctx, 'restart', 1)
    const shared = [
      watch<Added>(token, messages, { id: 'restart' }),
      watch<Added>(token, messages, { id: 'restart' }),
    ]
    await until('the shared upstream runs', async () => {
      await addMessages(ctx, 'restart', 1)
      return shared.every((one) => one.received.length > 0)
    })
    const after = shared[0]?.received[0]?.extensions?.live?.cursor
    const resumed = watch<Added>(token, messages, { id: 'restart', after })
    await system.stopConversation()
    await system.startConversation()
    const rows = await addMessages(system.subgraph().ctx, 'restart', 5)
    const head = rows.at(-1)?.sequence as number
    for (const one of [...shared, resumed]) {
      await until('the last event', () => sequences(one).at(-1) === head)
      expect(sequences(one)).toEqual(upTo(sequences(one)[0] as number, head))
    }
    const cursorAt = shared[0]?.received[0]?.data?.messageAdded.sequence as number
    expect(sequences(resumed)[0]).toBe(cursorAt + 1)
    expect(start?.sequence).toBe(1)
  })

  test('loses nothing for a client that had seen no event yet', async () => {
    const token = await staffToken(url)
    const one = watch<Added>(token, messages, { id: 'quiet' })
    await until('the router is told the beginning', () => system.conversation.begun.has('quiet'))
    await system.stopConversation()
    await system.startConversation()
    // Before the router is back: its own first pause is longer.
    const rows = await addMessages(system.subgraph().ctx, 'quiet', 3)
    const expected = rows.map(({ sequence }) => sequence)
    await until('the events of the gap', () => sequences(one).length === expected.length)
    expect(sequences(one)).toEqual(expected)
  })

  test('sends a fresh state', async () => {
    const token = await staffToken(url)
    const one = watch<Board>(token, board)
    changeBoard(1)
    await until('the state', () => one.received.at(-1)?.data?.boardChanged.waiting === 1)
    await system.stopConversation()
    system.conversation.board.waiting = 2
    await system.startConversation()
    await until('the fresh state', () => one.received.at(-1)?.data?.boardChanged.waiting === 2)
  })
})

test('a cursor of another topic is told, not followed', async () => {
  const token = await staffToken(url)
  const one = watch<Added>(token, messages, { id: 'any', after: 'bm9uc2Vuc2U' })
  const ended = await one.ended
  const code =
    one.received[0]?.errors?.[0]?.extensions?.['code'] ??
    (ended as [{ extensions: { code: string } }])[0].extensions.code
  expect(code).toBe('LIVE_CURSOR_INVALID')
})

test('server-sent events carry the same events', async () => {
  const { token, visitorId } = await visitorToken(url)
  const { ctx } = system.subgraph()
  await addMessages(ctx, 'sse', 1)
  const first = ctx.live.cursor('conversation:sse:messages', 1, { kind: 'visitor', id: visitorId })
  const gone = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    signal: gone.signal,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: messages, variables: { id: 'sse', after: first } }),
  })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const rows = await addMessages(ctx, 'sse', 4)
  const got: number[] = []
  for await (const event of readEventStream<Added>(response)) {
    got.push(event.data?.messageAdded.sequence as number)
    if (got.at(-1) === rows.at(-1)?.sequence) break
  }
  expect(got).toEqual(upTo(got[0] as number, rows.at(-1)?.sequence as number))
  gone.abort()

  const query = await fetch(
    `${url}/graphql?query=${encodeURIComponent('{ conversation(id: "1") { id } }')}`,
    {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    },
  )
  const answers = []
  for await (const event of readEventStream(query)) answers.push(event)
  expect(answers).toEqual([{ data: { conversation: { id: '1' } } }])
})
