import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSocket } from '../router/front/live-client.ts'
import { post } from '../router/front/person.ts'
import { adminEmail, adminPassword } from '../router/front/test-system.ts'
import { type AttackedSystem, startAttackedSystem } from './attacked-system.ts'

let attacked: AttackedSystem
/** What a browser sends along by itself once somebody has signed in. */
let cookie: string
beforeAll(async () => {
  attacked = await startAttackedSystem()
  const response = await post(`${attacked.url}/auth/sign-in`, { email: adminEmail, password: adminPassword })
  cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
})
afterAll(() => attacked?.stop())

const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
const mutation = '{"query":"mutation { setPresence(status: \\"stolen\\") }"}'

const stillAtRest = () => expect(attacked.system.conversation.gate.entered).toBe(false)

/** What a page can make a browser send without being asked for first (Fetch, simple requests), and near misses. */
test.each([
  ['text/plain'],
  ['text/plain; application/json'],
  ['application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x'],
  ['application/x-www-form-urlencoded; application/json'],
  ['message/rfc822'],
  ['application/graphql'],
  ['application/json-patch+json'],
  ['application/jsonx'],
  ['text/plain,application/json'],
  ['application/json; charset=utf-16'],
  [''],
])('a body of the type "%s" does nothing, whoever seems to send it (CVE-2025-64166)', async (type) => {
  for (const more of [evil, { origin: attacked.url }, undefined]) {
    const response = await fetch(`${attacked.url}/graphql`, {
      method: 'POST',
      headers: { cookie, 'content-type': type, ...more },
      body: mutation,
    })
    expect([403, 415, 400]).toContain(response.status)
    await response.text()
  }
  stillAtRest()
})

test.each([
  ['another site', { ...evil }],
  ['another site that says it is none', { origin: 'null' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['a name that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ['a page that hides where it is from', {}],
  ['another site with the header of programs', { ...evil, 'x-csrf': '1' }],
])('JSON with the cookie from %s does nothing', async (_who, headers) => {
  const response = await fetch(`${attacked.url}/graphql`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...(headers as Record<string, string>) },
    body: mutation,
  })
  expect(response.status).toBe(403)
  stillAtRest()
})

test.each(['application/json', 'text/html', 'text/event-stream'])(
  'a GET changes nothing, whatever it accepts: %s',
  async (accept) => {
    const query = encodeURIComponent('mutation { setPresence(status: "stolen") }')
    for (const headers of [evil, {}, { 'x-csrf': '1' }]) {
      const response = await fetch(`${attacked.url}/graphql?query=${query}`, {
        headers: { cookie, accept, ...(headers as Record<string, string>) },
      })
      expect([403, 405, 406]).toContain(response.status)
    }
    stillAtRest()
  },
)

test('a method in another place than the method is not believed', async () => {
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const query = encodeURIComponent('mutation { setPresence(status: "stolen") }')
    const response = await fetch(`${attacked.url}/graphql?query=${query}&_method=POST`, {
      headers: { cookie, [name]: 'POST' },
    })
    expect(response.status).toBe(405)
  }
  stillAtRest()
})

test('a foreign page cannot read by GET either, nor may it ask first', async () => {
  const read = await fetch(`${attacked.url}/graphql?query=${encodeURIComponent('{ whoAmI }')}`, {
    headers: { cookie, ...evil },
  })
  expect(read.status).toBe(403)
  expect(read.headers.get('access-control-allow-origin')).toBeNull()
  const preflight = await fetch(`${attacked.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      ...evil,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
})

test.each(['/auth/sign-out', '/auth/accounts', '/auth/api-keys'])(
  'what changes something outside of the graph asks for the same: %s',
  async (path) => {
    for (const type of ['text/plain', 'application/json']) {
      const response = await fetch(`${attacked.url}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': type, ...evil },
        body: '{"email":"evil@evil.example","password":"long enough one","name":"x","roles":["admin"],"scopes":["articles:read"]}',
      })
      expect(response.status).toBeGreaterThanOrEqual(400)
    }
    const me = await fetch(`${attacked.url}/auth/me`, { headers: { cookie } })
    expect(me.status).toBe(200)
  },
)

test.each([
  ['another site', 'https://evil.example', 4403],
  ['nowhere', 'null', 4403],
  ['a name that ends like ours', 'http://evil-127.0.0.1', 4403],
])('a WebSocket from %s does not open with the cookie (CSWSH)', async (_who, origin, code) => {
  const { closed } = await openSocket(attacked.url, {}, { cookie, origin })
  expect(await closed).toBe(code)
})
