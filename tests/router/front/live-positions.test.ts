import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '#platform/testkit/until.ts'
import { follow, openSocket } from './live-client.ts'
import { staffToken, staffWithRoles, visitorToken } from './person.ts'
import { addMessages } from './subgraphs/conversation.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

interface Position {
  sequence: number
  cursor: string
}
interface Added {
  messageAdded: { sequence: number }
}
const messages =
  'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence } }'
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await startTestSystem({
    CONNECTION_HEARTBEAT_MS: '600',
    MAX_CONNECTIONS_PER_VIEWER: '3',
    MAX_SUBSCRIPTIONS_PER_VIEWER: '4',
  })
  url = system.router.url
})
afterAll(() => system?.stop())

/** A client that speaks the protocol by hand and keeps all that it hears. */
async function speaker(token: string, headers: Record<string, string> = {}) {
  const { socket, acknowledged, closed } = await openSocket(url, { token }, headers)
  await acknowledged
  const heard: Array<{ type: string; id?: string; payload?: unknown }> = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  return {
    socket,
    closed,
    heard,
    subscribe: (id: string, variables: object, query = messages) =>
      socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, variables } })),
    positions: (id: string): Position[] =>
      heard.flatMap(({ type, payload }) => {
        const position = (payload as { live?: Record<string, Position> } | undefined)?.live?.[id]
        return type === 'ping' && position ? [position] : []
      }),
    events: (id: string): number[] =>
      heard.flatMap(({ type, id: of, payload }) =>
        type === 'next' && of === id ? [(payload as { data: Added }).data.messageAdded.sequence] : [],
      ),
  }
}

describe('where a topic stands', () => {
  test('is told soon after the beginning, and the client can resume from there', async () => {
    const token = await staffToken(url)
    const { ctx } = system.subgraph()
    await addMessages(ctx, 'told', 7)
    const one = await speaker(token)
    one.subscribe('a', { id: 'told' })
    const position = await until('the position', () => one.positions('a')[0])
    expect(position).toEqual({ sequence: 7, cursor: expect.any(String) })
    one.socket.terminate()
    await addMessages(ctx, 'told', 3)
    const resumed = follow<Added>(url, token, messages, { id: 'told', after: position.cursor })
    await until('what was missed', () => resumed.received.length === 3)
    expect(resumed.received.map(({ data }) => data?.messageAdded.sequence)).toEqual([8, 9, 10])
    await resumed.stop()
  })

  test('comes with each heartbeat, behind the events themselves', async () => {
    const token = await staffToken(url)
    const { ctx } = system.subgraph()
    const one = await speaker(token)
    one.subscribe('a', { id: 'beats' })
    await until('the beginning', () => one.positions('a').length > 0)
    await addMessages(ctx, 'beats', 5)
    await until('the events', () => one.events('a').length === 5)
    const told = await until('a beat', () => one.positions('a').find(({ sequence }) => sequence === 5))
    const place = one.heard.findIndex(({ payload }) => JSON.stringify(payload)?.includes(told.cursor))
    expect(place).toBeGreaterThan(0)
    for (const { sequence } of one.positions('a')) expect([0, 5]).toContain(sequence)
    one.socket.terminate()
  })

  test('is no secret that opens another viewer’s view: a cursor is good for its rights only', async () => {
    const { ctx } = system.subgraph()
    await addMessages(ctx, 'rights', 2)
    const agent = await staffWithRoles(url, 'cursor-agent', ['agent'])
    const one = await speaker(agent)
    one.subscribe('a', { id: 'rights' })
    const position = await until('the position', () => one.positions('a')[0])
    const { token } = await visitorToken(url)
    const stranger = follow(url, token, messages, { id: 'rights', after: position.cursor })
    expect(await stranger.ended).toMatchObject([{ extensions: { code: 'LIVE_CURSOR_INVALID' } }])
    await stranger.stop()
    one.socket.terminate()
  })
})

test('clients that come back after a router’s death from many places share one upstream again', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 20 }, async () => staffWithRoles(url, `back-${Math.random()}`, ['supervisor'])),
  )
  const { ctx } = system.subgraph()
  await addMessages(ctx, 'back', 400)
  const cursors = [100, 150, 399, 400].map((sequence) =>
    ctx.live.cursor('conversation:back:messages', sequence, {
      kind: 'staff',
      id: 'x',
      name: 'X',
      roles: ['supervisor'],
    }),
  )
  const clients = tokens.map((token, at) => ({
    from: [100, 150, 399, 400][at % 4] as number,
    one: follow<Added>(url, token, messages, { id: 'back', after: cursors[at % 4] }),
  }))
  await until('all have caught up', () =>
    clients.every(({ one, from }) => one.received.length === 400 - from),
  )
  await until('one upstream is left', () => system.router.live.upstreams === 1)
  await addMessages(ctx, 'back', 10)
  await until('the newest', () => clients.every(({ one, from }) => one.received.length === 410 - from))
  for (const { one, from } of clients) {
    expect(one.received.map(({ data }) => data?.messageAdded.sequence)).toEqual(upTo(from + 1, 410))
  }
  await Promise.all(clients.map(({ one }) => one.stop()))
})

describe('an event stream', () => {
  const open = (token: string, id: string, headers: Record<string, string> = {}) => {
    const gone = new AbortController()
    const response = fetch(`${url}/graphql`, {
      method: 'POST',
      signal: gone.signal,
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...headers,
      },
      body: JSON.stringify({ query: messages, variables: { id } }),
    })
    return { response, gone }
  }

  /** The blocks of a stream: their lines. */
  async function* blocks(response: Response): AsyncGenerator<string> {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        yield text.slice(0, at)
        text = text.slice(at + 2)
      }
    }
  }
  const idIn = (block: string) => /^id: (.*)$/m.exec(block)?.[1]
  const sequenceIn = (block: string) => Number(/"sequence":(\d+)/.exec(block)?.[1] ?? Number.NaN)

  test('carries cursors as ids, also without an event, and goes on behind Last-Event-ID', async () => {
    const { token } = await visitorToken(url)
    const { ctx } = system.subgraph()
    await addMessages(ctx, 'ids', 2)
    const first = open(token, 'ids')
    let beginning: string | undefined
    for await (const block of blocks(await first.response)) {
      if (!beginning && idIn(block)) {
        beginning = idIn(block)
        expect(block).toBe(`id: ${beginning}`)
        await addMessages(ctx, 'ids', 1)
      } else if (block.startsWith('event: next')) {
        expect([sequenceIn(block), idIn(block)]).toEqual([3, expect.any(String)])
        break
      }
    }
    first.gone.abort()
    await addMessages(ctx, 'ids', 2)
    const second = open(token, 'ids', { 'last-event-id': beginning ?? '' })
    const got: number[] = []
    for await (const block of blocks(await second.response)) {
      if (block.startsWith('event: next')) got.push(sequenceIn(block))
      if (got.length === 3) break
    }
    expect(got).toEqual([3, 4, 5])
    second.gone.abort()
  })
})

test('an event stream breaks off when its router stops, and is not said to be complete', async () => {
  const leaving = await system.anotherRouter()
  const { token } = await visitorToken(leaving.url)
  const response = await fetch(`${leaving.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: messages, variables: { id: 'leaving' } }),
  })
  await until('it follows', () => leaving.live.clients === 1)
  const read = response.text()
  const stopped = leaving.stop()
  await expect(read).rejects.toThrow()
  await stopped
})

describe('a viewer', () => {
  test('holds a bounded number of connections, and gets places back', async () => {
    const token = await staffWithRoles(url, 'greedy', ['agent'])
    const held = await Promise.all([1, 2, 3].map(() => speaker(token)))
    const more = await openSocket(url, { token })
    expect(await more.closed).toBe(4429)
    held[0]?.socket.close()
    await held[0]?.closed
    await until('a place is free', async () => {
      const again = await openSocket(url, { token })
      const taken = await Promise.race([again.acknowledged, again.closed])
      if (typeof taken === 'number') return false
      again.socket.terminate()
      return true
    })
    for (const { socket } of held) socket.terminate()
  })

  test('follows a bounded number of topics over all connections', async () => {
    const token = await staffWithRoles(url, 'curious', ['agent'])
    const [one, two] = [await speaker(token), await speaker(token)]
    for (const id of ['1', '2', '3']) one.subscribe(id, { id: `curious-${id}` })
    two.subscribe('4', { id: 'curious-4' })
    await until('all are followed', () => two.positions('4').length && one.positions('3').length)
    two.subscribe('5', { id: 'curious-5' })
    const refusal = await until('the refusal', () => two.heard.find(({ type }) => type === 'error'))
    expect(refusal).toMatchObject({ id: '5', payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] })
    one.socket.send(JSON.stringify({ type: 'complete', id: '1' }))
    await until('a place is free', async () => {
      const id = `again-${two.heard.length}`
      if (!two.heard.some((message) => message.id === id)) two.subscribe(id, { id })
      await until(
        'an answer',
        () => two.positions(id).length || two.heard.some((message) => message.id === id),
      )
      return two.positions(id).length > 0
    })
    for (const { socket } of [one, two]) socket.terminate()
  })

  test('that does not answer is cut off, and one that floods is sent away', async () => {
    const token = await staffWithRoles(url, 'odd', ['agent'])
    const silent = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      autoPong: false,
    })
    const cut = new Promise<number>((resolve) => silent.once('close', resolve))
    silent.once('open', () => silent.send(JSON.stringify({ type: 'connection_init', payload: { token } })))
    expect(await cut).toBe(1006)
    const flooding = await speaker(token)
    for (let count = 0; count < 2_000; count++) flooding.socket.send('{"type":"ping"}')
    expect(await flooding.closed).toBe(4429)
    const pinging = await speaker(token)
    for (let count = 0; count < 2_000; count++) pinging.socket.ping()
    expect(await pinging.closed).toBe(4429)
  })
})

test('an address holds a bounded number of connections', async () => {
  const small = await system.anotherRouter({ MAX_CONNECTIONS_PER_ADDRESS: '2' })
  const { token } = await visitorToken(small.url)
  const held = await Promise.all([1, 2].map(() => openSocket(small.url, { token })))
  await expect(openSocket(small.url, { token })).rejects.toThrow('429')
  for (const { socket } of held) socket.terminate()
  await until('places are free', () =>
    openSocket(small.url, { token }).then(
      ({ socket }) => {
        socket.terminate()
        return true
      },
      () => false,
    ),
  )
})
