import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partnerKey, post, staffToken, staffWithRoles } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

let system: TestSystem
let url: string
let key: string
let keyId: string
beforeAll(async () => {
  system = await startTestSystem()
  url = system.router.url
  const made = await partnerKey(url)
  keyId = made.id
  key = made.key
})
afterAll(() => system?.stop())

interface Answer {
  data?: unknown
  errors?: Array<{ message: string; extensions?: Record<string, unknown> }>
}
const ask = async (body: unknown, apiKey = key) => {
  const response = await post(`${url}/partner/graphql`, body, undefined, { 'x-api-key': apiKey })
  const { data, errors } = (await response.json()) as Answer
  return { status: response.status, data, errors, code: errors?.[0]?.extensions?.['code'] }
}

test('a key reads what its scopes name, as a partner whom the subgraph can verify', async () => {
  const { status, data } = await ask({ query: '{ conversation(id: "1") { id text } }' })
  expect([status, data]).toEqual([
    200,
    { conversation: { id: '1', text: expect.stringMatching(/^partner /) } },
  ])
})

test.each([
  ['{ customers { id } }', 'FORBIDDEN'],
  ['{ conversation(id: "1") { id } customers { id } }', 'FORBIDDEN'],
  ['{ conversation(id: "1") { id internal } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ conversations { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['mutation { setPresence(status: "A") }', 'OPERATION_RESOLUTION_FAILURE'],
  ['mutation { nothingLikeIt }', 'OPERATION_RESOLUTION_FAILURE'],
])('and nothing else: %s', async (query, expected) => {
  const { code, data, errors } = await ask({ query })
  expect(code).toBe(expected)
  expect(data ?? null).toBeNull()
  expect(JSON.stringify(errors)).not.toMatch(/did you mean/i)
})

test('Apollo Server validates and keeps persisted queries', async () => {
  const invalid = await ask({ query: '{ nothing }' })
  expect([invalid.status, invalid.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
  const query = '{ conversation(id: "9") { id } }'
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  }
  expect((await ask({ extensions })).code).toBe('PERSISTED_QUERY_NOT_FOUND')
  await ask({ query, extensions })
  expect((await ask({ extensions })).data).toEqual({ conversation: { id: '9' } })
})

test('no key, a wrong key and a revoked key are refused; only admins make and revoke them', async () => {
  expect((await ask({ query: '{ __typename }' }, '')).status).toBe(401)
  expect((await ask({ query: '{ __typename }' }, 'tl_wrong')).status).toBe(401)
  const agent = await staffWithRoles(url, 'no-admin', ['agent'])
  expect((await post(`${url}/auth/api-keys`, { name: 'x', scopes: ['articles:read'] }, agent)).status).toBe(
    403,
  )
  const admin = await staffToken(url)
  expect((await post(`${url}/auth/api-keys`, { name: 'x', scopes: ['all'] }, admin)).status).toBe(400)
  const listed = await fetch(`${url}/auth/api-keys`, { headers: { authorization: `Bearer ${admin}` } })
  expect(JSON.stringify(await listed.json())).not.toMatch(/keyHash|tl_/)
  expect((await post(`${url}/auth/api-keys/${keyId}/revoke`, {}, admin)).status).toBe(204)
  expect((await ask({ query: '{ __typename }' })).status).toBe(401)
})

test('a key of the partner graph is no proof on the others', async () => {
  const response = await post(`${url}/graphql`, { query: '{ whoAmI }' }, key)
  expect(response.status).toBe(401)
})
