import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { identityHeader } from '../identity/internal-identity.ts'
import type { Viewer } from '../identity/viewer.ts'
import { createTestSubgraph, type TestResponse, type TestSubgraph } from '../testkit/test-subgraph.ts'
import { Books, library, loads } from './fixtures/library.ts'

const agent: Viewer = { kind: 'staff', id: 'a', name: 'Ada', roles: ['agent'] }
const visitor: Viewer = { kind: 'visitor', id: 'v' }

let subgraph: TestSubgraph
beforeAll(async () => {
  subgraph = await createTestSubgraph(library)
  await Books(subgraph.ctx.db).insertMany(
    Array.from({ length: 100 }, (_, at) => ({
      _id: `book-${at + 1}`,
      title: `Title ${at + 1}`,
      shelvedAt: new Date(0),
      sequence: at + 1,
    })),
  )
})
afterAll(() => subgraph.stop())
beforeEach(() => void loads.splice(0))

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${subgraph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

describe('identity', () => {
  test.each<[string, Record<string, string>]>([
    ['without one', {}],
    ['with a forged one', { [identityHeader]: createHash('sha256').update('x').digest('hex') }],
  ])('a call %s is refused, entities included', async (_what, headers) => {
    for (const query of [
      '{ me }',
      '{ _entities(representations: [{ __typename: "Book", id: "book-1" }]) { __typename } }',
      '{ _service { sdl } }',
      '{ __schema { queryType { name } } }',
    ]) {
      const response = await post({ query }, headers)
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({
        data: null,
        errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED', parameters: {} } })],
      })
    }
    expect(loads).toEqual([])
  })

  test('the viewer is the one that was signed', async () => {
    expect(await subgraph.query(visitor, '{ me }')).toEqual({ data: { me: 'visitor' } })
    expect(await subgraph.query(agent, '{ me }')).toEqual({ data: { me: 'staff' } })
  })

  test('a route may ask who calls', async () => {
    const get = async (path: string, headers = {}): Promise<Response> =>
      fetch(subgraph.url + path, { headers })
    expect(await (await get('/hooks/ping')).json()).toEqual({ pong: true })
    expect(await (await get('/hooks/who', await subgraph.headersFor(visitor))).json()).toEqual(visitor)
    const refused = await get('/hooks/who')
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
  })
})

describe('errors', () => {
  // Each twice and once more: the first use is interpreted, later ones are compiled.
  test.each([1, 2, 3])('a coded one passes with its parameters (use %i)', async () => {
    const { data, errors } = await subgraph.query(agent, '{ me refused }')
    expect(data).toEqual({ me: 'staff', refused: null })
    expect(errors).toMatchObject([
      { path: ['refused'], extensions: { code: 'FORBIDDEN', parameters: { needs: ['supervisor'] } } },
    ])
  })

  test.each([1, 2, 3])('an unknown one is masked (use %i)', async () => {
    const response = await post({ query: '{ broken }' }, await subgraph.headersFor(agent))
    const text = await response.text()
    expect(text).not.toMatch(/hush|mongodb|away/)
    const requestId = response.headers.get('x-request-id')
    expect(JSON.parse(text)).toMatchObject({
      data: { broken: null },
      errors: [{ path: ['broken'], extensions: { code: 'INTERNAL', parameters: { requestId } } }],
    })
    expect(JSON.parse(text).errors[0].message).toContain(requestId)
  })

  test.each([1, 2, 3])('a null where none may be is our fault, not the client’s (use %i)', async () => {
    const { data, errors } = await subgraph.query(agent, '{ missing }')
    expect(data ?? null).toBeNull()
    expect(errors).toMatchObject([{ path: ['missing'], extensions: { code: 'INTERNAL' } }])
  })

  test.each([
    ['syntax', { query: '{ me' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field', { query: '{ you }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a missing variable',
      { query: 'query ($id: ID!) { book(id: $id) { id } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'several operations',
      { query: 'query a { me } query b { me }', operationName: 'a' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no query', { variables: {} }, 'BAD_USER_INPUT'],
    ['a batch', [{ query: '{ me }' }], 'BAD_USER_INPUT'],
  ])('%s is refused with a code', async (_what, body, code) => {
    const response = await post(body, await subgraph.headersFor(agent))
    const { errors } = (await response.json()) as TestResponse
    expect(errors).toMatchObject([{ extensions: { code } }])
  })

  test('a scalar that can not be right is refused with its reason', async () => {
    const { errors } = await subgraph.query(agent, 'mutation { shelve(title: "x", at: "yesterday") { id } }')
    expect(errors?.[0]?.message).toMatch(/ISO 8601/)
  })

  test('the caller’s request id is kept, a dangerous one is not', async () => {
    const headers = await subgraph.headersFor(agent)
    const idFor = async (id: string): Promise<string | null> =>
      (await post({ query: '{ me }' }, { ...headers, 'x-request-id': id })).headers.get('x-request-id')
    expect(await idFor('abc-123')).toBe('abc-123')
    expect(await idFor('a b"c')).not.toBe('a b"c')
  })
})

describe('entities', () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { id title shelvedAt } } }`
  test.each([1, 2, 3])('a hundred are one read of the store (use %i)', async () => {
    const of = Array.from({ length: 100 }, (_, at) => ({ __typename: 'Book', id: `book-${at + 1}` }))
    const { data, errors } = await subgraph.query<{ _entities: unknown[] }>(agent, query, { of })
    expect(errors).toBeUndefined()
    expect(data?._entities).toHaveLength(100)
    expect(data?._entities[99]).toEqual({
      id: 'book-100',
      title: 'Title 100',
      shelvedAt: '1970-01-01T00:00:00.000Z',
    })
    expect(loads).toHaveLength(1)
  })

  test('one that does not exist is null, and the others come', async () => {
    const of = ['book-1', 'nothing', 'book-2', 'book-1'].map((id) => ({ __typename: 'Book', id }))
    const { data, errors } = await subgraph.query<{ _entities: unknown[] }>(agent, query, { of })
    expect(errors).toBeUndefined()
    expect(data?._entities.map((book) => (book as { id: string } | null)?.id)).toEqual([
      'book-1',
      undefined,
      'book-2',
      'book-1',
    ])
    expect(loads).toEqual([['book-1', 'nothing', 'book-2']])
  })

  test('a request does not see what another one loaded', async () => {
    const ask = (): Promise<unknown> => subgraph.query(agent, '{ book(id: "book-1") { title } }')
    await ask()
    await ask()
    expect(loads).toEqual([['book-1'], ['book-1']])
  })
})

test('the SDL that composition reads holds the live directive', async () => {
  const { data } = await subgraph.query<{ _service: { sdl: string } }>(agent, '{ _service { sdl } }')
  expect(data?._service.sdl).toContain('@live(kind: STATE, topic: "shelf")')
  expect(data?._service.sdl).toContain('@composeDirective(name: "@live")')
})

test('health and metrics', async () => {
  expect((await fetch(`${subgraph.url}/health/live`)).status).toBe(200)
  expect((await fetch(`${subgraph.url}/health/ready`)).status).toBe(200)
  expect((await fetch(`${subgraph.url}/metrics`)).status).toBe(404)
  const page = await (await fetch(`http://127.0.0.1:${subgraph.metricsPort}/metrics`)).text()
  expect(page).toMatch(
    /throughline_http_request_seconds_count\{service="library",method="POST",route="\/graphql"/,
  )
  expect(page).toMatch(
    /throughline_graphql_operation_seconds_count\{service="library",operation="query",outcome="ok"/,
  )
})

test.each([
  ['a resolver of an unknown field', { Query: { boook: () => null } }, /Query\.boook/],
  ['a resolver of an unknown type', { Boook: {} }, /Boook/],
])('%s is found at the start', async (_what, resolvers, message) => {
  await expect(createTestSubgraph({ ...library, resolvers })).rejects.toThrow(message)
})
