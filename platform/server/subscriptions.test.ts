import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { identityHeader } from '../identity/internal-identity.ts'
import type { Viewer } from '../identity/viewer.ts'
import { createTestSubgraph, type TestSubgraph } from '../testkit/test-subgraph.ts'
import { until } from '../testkit/until.ts'
import { library } from './fixtures/library.ts'

const agent: Viewer = { kind: 'staff', id: 'a', name: 'Ada', roles: ['agent'] }
const admin: Viewer = { kind: 'staff', id: 'b', name: 'Bo', roles: ['admin'] }

let subgraph: TestSubgraph
beforeAll(async () => {
  subgraph = await createTestSubgraph(library, { env: { LIVE_MAX_SUBSCRIPTIONS: '3' } })
})
afterAll(() => subgraph.stop())

const socketUrl = (): string => `${subgraph.url.replace('http', 'ws')}/graphql`
const shelve = (title: string): Promise<unknown> =>
  subgraph.query(
    agent,
    'mutation ($title: String!) { shelve(title: $title, at: "2026-11-23T12:00:00Z") { id } }',
    { title },
  )

async function running(): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${subgraph.metricsPort}/metrics`)).text()
  return [...page.matchAll(/^throughline_live_subscribers\{.*\} (\d+)$/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  )
}

test('a state topic: snapshot, then newer, each with its place', async () => {
  const states = subgraph.subscribe<{ shelf: { count: number } }>(agent, 'subscription { shelf { count } }')
  const first = (await states.next()).value
  expect(first).toMatchObject({
    data: { shelf: { count: expect.any(Number) } },
    extensions: { live: { topic: 'shelf', kind: 'STATE', version: expect.any(Number) } },
  })
  await shelve('One')
  const second = (await states.next()).value
  expect(second.data?.shelf.count).toBe((first.data?.shelf.count ?? 0) + 1)
  expect(second.extensions?.live?.version).toBeGreaterThan(first.extensions?.live?.version ?? 0)
  await states.return?.()
  await until('everything is given back', async () => (await running()) === 0)
})

test('an event topic resumes behind the cursor of the last event', async () => {
  const document = 'subscription ($after: String) { shelved(after: $after) { id title shelvedAt } }'
  await shelve('Two')
  const begin = subgraph.subscribe<{ shelved: { title: string } }>(agent, document, {
    after: subgraph.ctx.live.cursor('shelved', 0, agent),
  })
  const first = (await begin.next()).value
  expect(first.extensions?.live).toMatchObject({ topic: 'shelved', kind: 'EVENT', sequence: 1 })
  await begin.return?.()
  await shelve('Three')
  const after = first.extensions?.live?.cursor
  const resumed = subgraph.subscribe<{ shelved: { title: string; shelvedAt: string } }>(agent, document, {
    after,
  })
  const second = (await resumed.next()).value
  expect(second.extensions?.live?.sequence).toBe(2)
  expect(second.data?.shelved.shelvedAt).toBe('2026-11-23T12:00:00.000Z')
  await resumed.return?.()
})

test('a foreign cursor ends the subscription with its code', async () => {
  const events = subgraph.subscribe(agent, 'subscription { shelved(after: "rubbish") { id } }')
  await expect(events.next()).rejects.toMatchObject([{ extensions: { code: 'LIVE_CURSOR_INVALID' } }])
})

test('a refusal of the field comes with its code', async () => {
  const events = subgraph.subscribe(agent, 'subscription { closed { count } }')
  expect((await events.next()).value).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  await events.return?.()
})

test.each<[string, Record<string, string>]>([
  ['without an identity', {}],
  ['with a forged one', { [identityHeader]: 'x.y.z' }],
])('a connection %s is closed', async (_what, connectionParams) => {
  const client = createClient({
    url: socketUrl(),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  })
  const results = client.iterate({ query: 'subscription { shelf { count } }' })
  await expect(results.next()).rejects.toMatchObject({ code: 4403 })
  await client.dispose()
})

test('one connection: its header’s identity, an own one for a subscription, and a bound', async () => {
  const headers = await subgraph.headersFor(agent)
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers })
    }
  }
  const client = createClient({ url: socketUrl(), webSocketImpl: Socket, retryAttempts: 0 })
  const open = [1, 2, 3].map((at) =>
    client.iterate({
      query: at === 1 ? 'subscription { closed { count } }' : 'subscription { shelf { count } }',
      ...(at === 1 ? {} : { variables: {} }),
    }),
  )
  const [refused, ...shelves] = open
  expect((await refused?.next())?.value).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  await refused?.return?.()
  const asAdmin = client.iterate({
    query: 'subscription { closed { count } }',
    extensions: await subgraph.headersFor(admin),
  })
  expect((await asAdmin.next()).value).toMatchObject({ data: { closed: { count: 0 } } })
  for (const shelf of shelves) expect((await shelf.next()).value).toMatchObject({ data: {} })
  const fourth = client.iterate({ query: 'subscription { shelf { count } }' })
  await expect(fourth.next()).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }])
  await asAdmin.return?.()
  await until('its place is free', async () => (await running()) === 2)
  const again = client.iterate({ query: 'subscription { shelf { count } }' })
  expect((await again.next()).value).toMatchObject({ data: {} })
  await client.dispose()
  await until('everything is given back', async () => (await running()) === 0)
})

test('a client that vanishes gives its subscriptions back', async () => {
  const sockets: WebSocket[] = []
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      sockets.push(this)
    }
  }
  const client = createClient({
    url: socketUrl(),
    webSocketImpl: Socket,
    connectionParams: () => subgraph.headersFor(agent),
    retryAttempts: 0,
  })
  const results = client.iterate({ query: 'subscription { shelf { count } }' })
  await results.next()
  expect(await running()).toBe(1)
  const failing = expect(results.next()).rejects.toMatchObject({ code: 1006 })
  sockets[0]?.terminate()
  await failing
  await until('everything is given back', async () => (await running()) === 0)
})

test('a slow reader of a busy state gets few states and the newest', async () => {
  const states = subgraph.subscribe<{ shelf: { count: number } }>(agent, 'subscription { shelf { count } }')
  const first = (await states.next()).value.data?.shelf.count ?? 0
  await Promise.all(Array.from({ length: 1 }, () => shelve('busy')))
  for (let at = 0; at < 200; at += 1) subgraph.ctx.live.changed('shelf')
  let seen = 0
  await until('the newest', async () => {
    seen += 1
    return (await states.next()).value.data?.shelf.count === first + 1
  })
  expect(seen).toBeLessThan(20)
  await states.return?.()
})
