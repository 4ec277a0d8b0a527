import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '#platform/testkit/until.ts'
import { ask, codeOf, post, staffToken, staffWithRoles, visitorToken } from './person.ts'
import { startRecordingProxy } from './recording-proxy.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

let system: TestSystem
let url: string
let staff: string
beforeAll(async () => {
  system = await startTestSystem()
  url = system.router.url
  staff = await staffToken(url)
})
afterAll(() => system?.stop())

/** Holds `setPresence` until it is opened. */
function holdPresence() {
  const { gate } = system.conversation
  let open = () => {}
  Object.assign(gate, { entered: false, open: new Promise<void>((resolve) => (open = resolve)) })
  return { open: () => open(), entered: () => until('it is held', () => gate.entered) }
}

const presence = 'mutation { setPresence(status: "held") }'

describe('an operation', () => {
  test('has so much time altogether; what is there by then leaves', async () => {
    const { url: hasty } = await system.anotherRouter({ OPERATION_TIMEOUT: 'PT0.3S' })
    const held = holdPresence()
    const answer = await ask(hasty, staff, presence)
    expect(codeOf(answer)).toBe('OPERATION_TIMEOUT')
    expect(answer.status).toBe(200)
    held.open()
    expect((await ask(hasty, staff, '{ whoAmI }')).errors).toBeUndefined()
  })

  test('whose client is gone is forgotten, and the router goes on', async () => {
    const held = holdPresence()
    const leaving = new AbortController()
    const asked = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${staff}` },
      body: JSON.stringify({ query: presence }),
      signal: leaving.signal,
    })
    const refused = expect(asked).rejects.toThrow()
    await held.entered()
    leaving.abort()
    await refused
    held.open()
    expect((await ask(url, staff, '{ whoAmI }')).errors).toBeUndefined()
  })

  test('gives each subgraph the time that it is configured', async () => {
    const { url: impatient } = await system.anotherRouter({ SUBGRAPH_TIMEOUTS: '{"conversation":"PT0.3S"}' })
    const held = holdPresence()
    expect(codeOf(await ask(impatient, staff, presence))).toBe('SUBGRAPH_TIMEOUT')
    held.open()
  })
})

describe('headers', () => {
  const rules = JSON.stringify([
    { action: 'propagate', header: 'x-campaign', subgraphs: ['conversation'] },
    { action: 'insert', header: 'x-region', value: 'eu' },
  ])
  const ruled = async () => {
    const proxy = await startRecordingProxy(`${system.subgraph().url}/graphql`)
    onTestFinished(() => proxy.stop())
    const urls = JSON.stringify({ conversation: proxy.url })
    const router = await system.anotherRouter({ HEADER_RULES: rules, SUBGRAPH_URLS: urls })
    return { proxy, url: router.url }
  }

  test('reach the subgraphs that a rule names, and identity ones reach nobody', async () => {
    const { proxy, url: base } = await ruled()
    const answer = await post(`${base}/graphql`, { query: '{ whoAmI }' }, staff, {
      'x-campaign': 'spring',
      'x-other': 'other',
      'x-throughline-identity': 'forged',
    })
    expect(await answer.json()).toMatchObject({ data: { whoAmI: expect.stringMatching(/^staff /) } })
    const [headers] = proxy.received
    expect(headers).toMatchObject({ 'x-campaign': 'spring', 'x-region': 'eu' })
    for (const name of ['x-other', 'authorization', 'cookie']) expect(headers).not.toHaveProperty(name)
    expect(headers?.['x-throughline-identity']).not.toContain('forged')
  })

  test('that a rule lets through keep equal reads apart', async () => {
    const { proxy, url: base } = await ruled()
    const release = proxy.hold()
    const ask = (campaign: string) =>
      post(`${base}/graphql`, { query: '{ whoAmI }' }, staff, { 'x-campaign': campaign })
    const sent = ['spring', 'spring', 'autumn', 'spring', 'autumn'].map(ask)
    await until('both kinds are held', () => proxy.received.length >= 2)
    release()
    for (const answer of await Promise.all(sent)) expect(answer.status).toBe(200)
    expect(proxy.received.map((headers) => headers['x-campaign']).sort()).toEqual(['autumn', 'spring'])
  })
})

describe('requests', () => {
  test('of nobody are bounded by address, of visitors and staff by who they are', async () => {
    const limits = { anonymous: 3, visitor: 4, staff: 5, visitorsOfAddress: 1_000 }
    const bounded = await system.anotherRouter({ REQUESTS_PER_MINUTE: JSON.stringify(limits) })
    const statuses = async (token: string | undefined, requests: number) => {
      const all = []
      for (let n = 0; n < requests; n++) all.push((await ask(bounded.url, token, '{ __typename }')).status)
      return all
    }
    expect(await statuses(undefined, 4)).toEqual([200, 200, 200, 429])
    const [first, second] = [await visitorToken(url), await visitorToken(url)]
    expect(await statuses(first.token, 5)).toEqual([200, 200, 200, 200, 429])
    expect(await statuses(second.token, 1)).toEqual([200])
    const agent = await staffWithRoles(url, 'busy', ['agent'])
    expect(await statuses(agent, 6)).toEqual([200, 200, 200, 200, 200, 429])
    const again = await post(`${bounded.url}/graphql`, { query: '{ __typename }' }, agent)
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0)
    const { errors } = (await again.json()) as { errors: Array<{ extensions: { code: string } }> }
    expect(errors[0]?.extensions.code).toBe('RATE_LIMITED')

    const other = await system.anotherRouter({ REQUESTS_PER_MINUTE: JSON.stringify(limits) })
    expect((await ask(other.url, agent, '{ __typename }')).status).toBe(429)
  })

  test('with a proof that does not hold count as nobody’s', async () => {
    const limits = { anonymous: 2 }
    const bounded = await system.anotherRouter({ REQUESTS_PER_MINUTE: JSON.stringify(limits) })
    const statuses = new Set<number>()
    for (let n = 0; n < 6; n++) statuses.add((await ask(bounded.url, `forged-${n}`, '{ whoAmI }')).status)
    expect(statuses).toContain(429)
  })

  test('on a WebSocket count as well', async () => {
    const limits = { visitor: 2 }
    const bounded = await system.anotherRouter({ REQUESTS_PER_MINUTE: JSON.stringify(limits) })
    const { token } = await visitorToken(url)
    const client = createClient({
      url: `${bounded.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
    })
    const query = () => client.iterate({ query: '{ conversation(id: "1") { id } }' }).next()
    await query()
    await query()
    await expect(query()).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }])
    await client.dispose()
  })
})

test('rules, times and limits that cannot be are refused at the start, by name', async () => {
  const wrong: Array<Record<string, string>> = [
    { HEADER_RULES: '[{"action":"propagate","header":"cookie"}]' },
    { SUBGRAPH_TIMEOUTS: '{"routing":"soon"}' },
    { REQUESTS_PER_MINUTE: '{"visitor":0}' },
    { TRUSTED_PROXIES: '10.0.0.0/99' },
    { TRUSTED_DOCUMENTS_ONLY: 'everybody' },
  ]
  for (const env of wrong) {
    await expect(system.anotherRouter(env)).rejects.toThrow(Object.keys(env)[0])
  }
})
