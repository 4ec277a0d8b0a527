import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '#platform/testkit/until.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { postHook } from '../post-hook.ts'

const every = ['articles:read', 'conversations:read', 'customers:read', 'metrics:read']

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation()
  await organisation.openQueue('social', ['SOCIAL'], 'social')
}, 60_000)
afterAll(() => organisation?.stop())

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${organisation.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A partner's key with these scopes. */
async function keyWith(scopes: string[]): Promise<{ id: string; key: string; revoke(): Promise<unknown> }> {
  const signedIn = await post('/auth/sign-in?token=true', {
    email: 'admin@scenario.test',
    password: organisation.password,
  })
  const { token } = (await signedIn.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const made = await post('/auth/api-keys', { name: 'BI', scopes }, headers)
  const { id, key } = (await made.json()) as { id: string; key: string }
  return { id, key, revoke: () => post(`/auth/api-keys/${id}/revoke`, {}, headers) }
}

interface Answer {
  data?: {
    queues: Array<{ name: string; waitingCount: number; metrics: { offered: number } | null }>
    liveMetrics: { total: { offered: number } }
    conversations: { nodes: Array<{ status: string; customer: { displayName: string } | null }> }
    customers: { nodes: Array<{ displayName: string }> }
    articles: { nodes: unknown[] }
  } | null
  errors?: Array<{ message: string; path?: string[]; extensions: { code: string } }>
}
const ask = async (key: string, query: string): Promise<Answer> =>
  (await post('/partner/graphql', { query }, { 'x-api-key': key })).json() as Promise<Answer>

const query = `{ queues { name waitingCount metrics { offered } } liveMetrics { total { offered } }
  conversations(first: 5) { nodes { status customer { displayName } } }
  customers(first: 5) { nodes { displayName } } articles(first: 1) { nodes { id } } }`

test('a partner reads what happened out of the running services, by the scopes of its key', async () => {
  const { key } = await keyWith(every)
  const sent = await postHook(organisation, 'telegram', {
    update_id: 1,
    message: {
      message_id: 1,
      date: Math.floor(Date.now() / 1000),
      chat: { id: 1, type: 'private', first_name: 'Ada' },
      from: { id: 1, is_bot: false, first_name: 'Ada' },
      text: 'Where is my parcel?',
    },
  })
  expect(sent).toBe(200)
  const { data, errors } = await until('the contact shows everywhere', async () => {
    const answer = await ask(key, query)
    const waits = answer.data?.queues.find(({ name }) => name === 'social')?.waitingCount === 1
    const known = answer.data?.conversations.nodes[0]?.customer
    const counted = answer.data?.liveMetrics.total.offered === 1
    return answer.errors || (waits && known && counted) ? answer : undefined
  })
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    queues: expect.arrayContaining([{ name: 'social', waitingCount: 1, metrics: { offered: 1 } }]),
    conversations: { nodes: [{ status: 'OPEN', customer: { displayName: 'Ada' } }] },
    customers: { nodes: [{ displayName: 'Ada' }] },
  })
})

test('and nothing that its scopes do not name, by whatever way', async () => {
  const { key } = await keyWith(['conversations:read'])
  expect((await ask(key, '{ liveMetrics { total { offered } } }')).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  )
  // The customer behind a conversation is absent, and the conversation is still there.
  const { data } = await ask(key, '{ conversations(first: 5) { nodes { status customer { displayName } } } }')
  expect(data?.conversations.nodes[0]).toEqual({ status: 'OPEN', customer: null })
})

test('its program follows the live figures until the key is revoked', async () => {
  const { key, revoke } = await keyWith(['metrics:read'])
  const closed = Promise.withResolvers<number>()
  const client = createClient({
    url: `${organisation.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { apiKey: key },
    retryAttempts: 0,
    on: { closed: (event) => closed.resolve((event as { code: number }).code) },
  })
  const seen: number[] = []
  client.subscribe<{ liveMetricsChanged: { total: { offered: number } } }>(
    { query: 'subscription { liveMetricsChanged { total { offered } } }' },
    {
      next: ({ data }) => seen.push(data?.liveMetricsChanged.total.offered ?? -1),
      error: () => undefined,
      complete: () => undefined,
    },
  )
  await until('the figures', () => seen.at(-1) === 1)
  await revoke()
  expect(await closed.promise).toBe(4401)
})
