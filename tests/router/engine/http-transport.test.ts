import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { HttpTransport } from '../../../router/engine/http-transport.ts'
import { buildGraph } from '../../../router/supergraph/build-graph.ts'
import { unnumbered } from '../../../router/supergraph/supergraph.ts'
import { contextOf, startFederation } from './federation.ts'
import { gate } from './gate.ts'
import { library } from './library.ts'

/** A subgraph whose reads wait for a gate, and whose writes are written down. */
function counting() {
  const slow = gate()
  const log: string[] = []
  let value = 0
  return {
    slow,
    log,
    definition: {
      sdl: `type Query { slow: Counter fast: Counter never: Int }
        type Mutation { add(by: Int!): Counter }
        type Counter @key(fields: "id") { id: ID! value: Int! }`,
      resolvers: {
        Query: {
          slow: () => slow.passed.then(() => ({ id: 'c', value })),
          fast: () => ({ id: 'c', value }),
          never: () => new Promise(() => undefined),
        },
        Mutation: {
          add: async (_: never, { by }: { by: number }) => {
            log.push(`begin ${by}`)
            await new Promise((done) => setImmediate(done))
            value += by
            log.push(`end ${by}`)
            return { id: 'c', value }
          },
        },
      },
    },
    names: {
      sdl: 'type Query { none: Int other: String } type Mutation { note(text: String!): String } type Counter @key(fields: "id") { id: ID! name: String! }',
      resolvers: {
        Query: { other: () => 'there' },
        Mutation: {
          note: async (_: never, { text }: { text: string }) => {
            log.push(`begin ${text}`)
            await new Promise((done) => setImmediate(done))
            log.push(`end ${text}`)
            return text
          },
        },
        Counter: {
          name: ({ id }: { id: string }) => {
            log.push(`name of ${id}`)
            return `name ${id}`
          },
        },
      },
    },
  }
}

test('equal reads under equal rights share one request while it runs', async () => {
  const { slow, definition } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition })
  const answers = Promise.all(Array.from({ length: 10 }, () => ask('{ slow { value } }')))
  slow.open()
  expect(await answers).toEqual(Array(10).fill({ data: { slow: { value: 0 } } }))
  expect(subgraphs.counting.requests).toHaveLength(1)
})

test.each([
  ['other rights', {}, (n: number) => ({ dedupeKey: `viewer ${n}` })],
  ['no key', {}, () => ({ dedupeKey: '' })],
  ['sharing turned off', { shareReads: false }, () => ({})],
])('with %s every read is its own', async (_what, transport, context) => {
  const { slow, definition } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition }, { transport })
  const answers = Promise.all(Array.from({ length: 5 }, (_, n) => ask('{ slow { value } }', {}, context(n))))
  slow.open()
  await answers
  expect(subgraphs.counting.requests).toHaveLength(5)
})

test('those who share an answer do not see what the others merge into it', async () => {
  const { slow, definition, names } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition, names })
  const answers = Promise.all([
    ask('{ slow { id name } }'),
    ask('{ slow { id name other: name } }'),
    ask('{ slow { id name } }'),
  ])
  slow.open()
  expect(await answers).toEqual([
    { data: { slow: { id: 'c', name: 'name c' } } },
    { data: { slow: { id: 'c', name: 'name c', other: 'name c' } } },
    { data: { slow: { id: 'c', name: 'name c' } } },
  ])
  expect(subgraphs.counting.requests).toHaveLength(1)
})

test('a read that begins after a mutation does not share an answer from before it', async () => {
  const { slow, definition } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition })
  const before = ask('{ slow { value } }')
  await vi.waitFor(() => expect(subgraphs.counting.requests).toHaveLength(1))
  await ask('mutation { add(by: 5) { value } }')
  const after = ask('{ slow { value } }')
  await vi.waitFor(() => expect(subgraphs.counting.requests).toHaveLength(3))
  slow.open()
  expect(await after).toEqual({ data: { slow: { value: 5 } } })
  await before
})

test('equal mutations are never shared', async () => {
  const { definition } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition })
  await Promise.all(Array.from({ length: 4 }, () => ask('mutation { add(by: 1) { value } }')))
  expect(subgraphs.counting.requests).toHaveLength(4)
  expect(await ask('{ fast { value } }')).toEqual({ data: { fast: { value: 4 } } })
})

test('mutation fields run one after the other, each with what completes it, also over several subgraphs', async () => {
  const { log, definition, names } = counting()
  const { ask } = await startFederation({ counting: definition, names })
  const query =
    'mutation($t: String!, $by: Int!) { __typename ...A note(text: $t) b: add(by: 2) { value } c: add(by: $by) { value } } fragment A on Mutation { a: add(by: 1) { value name } }'
  expect(await ask(query, { t: 'x', by: 3 })).toEqual({
    data: {
      __typename: 'Mutation',
      a: { value: 1, name: 'name c' },
      note: 'x',
      b: { value: 3 },
      c: { value: 6 },
    },
  })
  expect(log).toEqual([
    'begin 1',
    'end 1',
    'name of c',
    'begin x',
    'end x',
    'begin 2',
    'end 2',
    'begin 3',
    'end 3',
  ])
})

test('a read whose connection breaks is sent once more; a mutation never', async () => {
  const { definition } = counting()
  const { ask, subgraphs } = await startFederation({ counting: definition })
  const { intercept, requests } = subgraphs.counting
  intercept.push((request) => request.socket.destroy())
  expect(await ask('{ fast { value } }')).toEqual({ data: { fast: { value: 0 } } })
  expect(requests).toHaveLength(2)
  intercept.push((request) => request.socket.destroy())
  const { data, errors } = await ask('mutation { add(by: 1) { value } }')
  expect(data).toEqual({ add: null })
  expect(errors?.[0]).toMatchObject({
    path: ['add'],
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'counting' },
  })
  expect(requests).toHaveLength(3)
})

test('a subgraph that is down: the rest of the data comes, with a coded error', async () => {
  const { ask, subgraphs } = await startFederation(library)
  await subgraphs.people.stop()
  const { data, errors } = await ask('{ books(first: 2) { title author { id nickname } } everybody { id } }')
  expect(data).toEqual({
    books: [
      { title: 'Title b1', author: { id: 'p1', nickname: null } },
      { title: 'Title b2', author: { id: 'p2', nickname: null } },
    ],
    everybody: null,
  })
  const entry = (path: string[]) => ({
    message: 'The subgraph "people" is not available',
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'people' },
  })
  expect(errors).toHaveLength(2)
  expect(errors).toEqual(expect.arrayContaining([entry(['books']), entry(['everybody'])]))
})

test('… and non-null fields of it make their entities null without further entries', async () => {
  const { ask, subgraphs } = await startFederation(library)
  await subgraphs.people.stop()
  const { data, errors } = await ask('{ books(first: 2) { title author { name } } }')
  expect(data).toEqual({
    books: [
      { title: 'Title b1', author: null },
      { title: 'Title b2', author: null },
    ],
  })
  expect(errors).toHaveLength(1)
})

test('a subgraph that does not answer in time', async () => {
  const { definition, names } = counting()
  const { ask } = await startFederation(
    { counting: definition, names },
    { transport: { timeoutsMs: { counting: 50 } } },
  )
  expect(await ask('{ never other }')).toEqual({
    data: { never: null, other: 'there' },
    errors: [
      {
        message: 'The subgraph "counting" did not answer within 50 ms',
        path: ['never'],
        extensions: { code: 'SUBGRAPH_TIMEOUT', serviceName: 'counting' },
      },
    ],
  })
})

test.each([
  ['no JSON', 'SUBGRAPH_BAD_RESPONSE', 200, '<html>'],
  ['JSON that is no GraphQL response', 'SUBGRAPH_BAD_RESPONSE', 200, '{"hello":1}'],
  ['a list as data', 'SUBGRAPH_BAD_RESPONSE', 200, '{"data":[1]}'],
  ['nothing', 'SUBGRAPH_BAD_RESPONSE', 200, ''],
])('a subgraph that answers %s', async (_what, code, status, body) => {
  const { ask, subgraphs } = await startFederation(library)
  subgraphs.people.intercept.push((_request, response) => response.writeHead(status).end(body))
  const { data, errors } = await ask('{ everybody { id } }')
  expect(data).toEqual({ everybody: null })
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code])
})

test('an answer that is too large is cut off', async () => {
  const { ask, subgraphs } = await startFederation(library, { transport: { responseBytes: 1_000 } })
  const large = (_request: unknown, response: ServerResponse) => response.end(`"${'x'.repeat(5_000)}"`)
  subgraphs.people.intercept.push(large, large)
  const { errors } = await ask('{ everybody { id } }')
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_UNAVAILABLE'])
})

test('after failures in a row a subgraph is left alone, then tried again', async () => {
  const away = { transport: { breakerFailures: 3, breakerPauseMs: 200, shareReads: false } }
  const { ask, subgraphs } = await startFederation(library, away)
  const { intercept, requests } = subgraphs.people
  const unavailable = (_request: unknown, response: ServerResponse) => response.writeHead(503).end()
  intercept.push(...Array(6).fill(unavailable)) // three reads, each tried twice
  for (let n = 0; n < 3; n++) await ask('{ everybody { id } }')
  expect(requests).toHaveLength(6)
  const { errors } = await ask('{ everybody { id } }')
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'people' } })
  expect(requests).toHaveLength(6)
  await vi.waitFor(async () =>
    expect(await ask('{ everybody { id } }')).toEqual({ data: { everybody: [{ id: 'p1' }, { id: 'p2' }] } }),
  )
})

test('headers go to the subgraphs, requests are counted, and a canceled request fetches nothing more', async () => {
  const { engine, subgraphs, requests } = await startFederation(library)
  const context = contextOf({ headers: { 'x-throughline-identity': 'signed' } })
  await engine.execute({ query: '{ books { author { name } } }' }, context)
  expect(context.requests).toBe(2)
  expect(subgraphs.people.headers[0]).toMatchObject({ 'x-throughline-identity': 'signed' })
  const canceled = contextOf({ signal: AbortSignal.abort() })
  await expect(engine.execute({ query: '{ books { id } }' }, canceled)).rejects.toThrow('canceled')
  expect(requests()).toEqual({ books: 1, people: 1 })
})

test('a subgraph can be asked at another address', async () => {
  const { supergraph, subgraphs } = await startFederation(library)
  const moved = await startFederation(library)
  const transport = new HttpTransport()
  const { people } = moved.subgraphs
  const graph = await buildGraph(unnumbered(supergraph), { transport, urls: { people: people.url } })
  try {
    await graph.transport.fetch('people', '{"query":"{ everybody { id } }"}', contextOf(), true)
    expect(subgraphs.people.requests).toHaveLength(0)
    expect(moved.subgraphs.people.requests).toHaveLength(1)
  } finally {
    await transport.close()
  }
})
