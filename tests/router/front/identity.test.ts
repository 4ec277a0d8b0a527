import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codeOf, post, staffToken, staffWithRoles, visitorToken } from './person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from './test-system.ts'

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await startTestSystem({ VISITOR_TOKENS_PER_MINUTE: '20', WIDGET_ORIGINS: 'https://shop.example' })
  url = system.router.url
})
afterAll(() => system?.stop())

const signIn = (email: string, password: string) => post(`${url}/auth/sign-in`, { email, password })
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

describe('sign-in', () => {
  test('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await signIn(adminEmail.toUpperCase(), adminPassword)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      account: { id: expect.any(String), email: adminEmail, name: 'Administrator', roles: ['admin'] },
      expiresAt: expect.any(String),
      tokenExpiresAt: expect.any(String),
    })
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Strict/)
    const me = await fetch(`${url}/auth/me`, { headers: { cookie: cookieOf(response) } })
    expect(await me.json()).toMatchObject({ account: { email: adminEmail } })
  })

  test.each([
    [adminEmail, 'wrong password'],
    ['nobody@front.test', adminPassword],
  ])('refuses %s with the same words, whatever is wrong', async (email, password) => {
    const response = await signIn(email, password)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'SIGN_IN_REFUSED' } })
  })

  test('locks an e-mail after several failures, also for the right password, and only that one', async () => {
    await staffWithRoles(url, 'locked', ['agent'])
    const attempt = (password: string) => signIn('locked@front.test', password)
    for (let failures = 0; failures < 6; failures++) expect((await attempt('wrong')).status).toBe(401)
    const locked = await attempt('locked has a password')
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(adminEmail, adminPassword)).status).toBe(200)
  })

  test('is refused to a form on a foreign page', async () => {
    const response = await post(
      `${url}/auth/sign-in`,
      { email: adminEmail, password: adminPassword },
      undefined,
      {
        origin: 'https://evil.example',
      },
    )
    expect(response.status).toBe(403)
  })
})

test('signing out ends the session in every router at once', async () => {
  const other = await system.anotherRouter()
  const token = await staffToken(url)
  const whoAmI = (base: string) => ask<{ whoAmI: string }>(base, token, '{ whoAmI }')
  expect((await whoAmI(url)).data?.whoAmI).toMatch(/^staff /)
  expect((await whoAmI(other.url)).data?.whoAmI).toMatch(/^staff /)
  expect((await post(`${url}/auth/sign-out`, {}, token)).status).toBe(204)
  expect((await whoAmI(url)).status).toBe(401)
  await expect.poll(async () => (await whoAmI(other.url)).status).toBe(401)
})

test('a token that another key signed, or that was changed, is refused', async () => {
  const token = await staffToken(url)
  const [head, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify({ kind: 'visitor', sub: 'x', exp: 9e9 })).toString('base64url')
  const answer = await ask(url, `${head}.${payload}.${signature}`, '{ whoAmI }')
  expect(answer.status).toBe(401)
  expect(codeOf(answer)).toBe('UNAUTHENTICATED')
})

describe('accounts', () => {
  test('only admins list and make them, and an e-mail belongs to one', async () => {
    const agent = await staffWithRoles(url, 'agent-one', ['agent'])
    const account = {
      email: 'agent-one@front.test',
      password: 'long enough one',
      name: 'Again',
      roles: ['agent'],
    }
    expect((await post(`${url}/auth/accounts`, account, agent)).status).toBe(403)
    expect((await post(`${url}/auth/accounts`, account)).status).toBe(401)
    const admin = await staffToken(url)
    const taken = await post(`${url}/auth/accounts`, account, admin)
    expect(taken.status).toBe(409)
    expect(await taken.json()).toMatchObject({
      error: { code: 'EMAIL_IN_USE', parameters: { id: expect.any(String) } },
    })
    const list = await fetch(`${url}/auth/accounts`, { headers: { authorization: `Bearer ${admin}` } })
    expect(JSON.stringify(await list.json())).not.toContain('argon2')
  })

  test('of twenty makers of one e-mail at the same moment one succeeds', async () => {
    const admin = await staffToken(url)
    const account = { email: 'race@front.test', password: 'long enough one', name: 'Race', roles: ['agent'] }
    const made = await Promise.all(
      Array.from({ length: 20 }, () => post(`${url}/auth/accounts`, account, admin)),
    )
    expect(made.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
  })
})

describe('visitors', () => {
  test('get a token of their own, whose identity reaches the subgraph signed', async () => {
    const { token, visitorId } = await visitorToken(url)
    const query = '{ conversation(id: "c1") { text } }'
    const answer = await ask<{ conversation: { text: string } }>(url, token, query)
    expect(answer.data?.conversation.text).toBe(`visitor ${visitorId}`)
  })

  test.each([
    ['{ conversations { id } }'],
    ['mutation { setPresence(status: "AVAILABLE") }'],
    [
      'query ($never: Boolean = false) { ...all } fragment all on Query { conversations @include(if: $never) { id } }',
    ],
    ['{ conversation(id: "c1") { id } list: conversations { id } }'],
  ])('may not ask %s: it looks like what does not exist', async (query) => {
    const { token } = await visitorToken(url)
    const answer = await ask(url, token, query)
    const known = query.includes('setPresence') ? 'setPresence' : 'conversations'
    const absent = await ask(url, token, query.replace(known, 'nothingLikeIt'))
    expect(codeOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(answer.data).toBeUndefined()
    expect(JSON.stringify(answer.errors).replaceAll(known, 'nothingLikeIt')).toBe(
      JSON.stringify(absent.errors),
    )
  })

  test.each([
    ['a staff field of a type they see', '{ conversation(id: "c1") { id internal } }'],
    ['by a fragment', '{ conversation(id: "c1") { ...all } } fragment all on Conversation { internal }'],
    ['a type they do not see', '{ conversation(id: "c1") { ... on Board { waiting } } }'],
    ['a subscription', 'subscription { boardChanged { waiting } }'],
  ])('are told nothing of the rest of the graph: %s', async (_name, query) => {
    const { token } = await visitorToken(url)
    const answer = await ask(url, token, query)
    expect(codeOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(JSON.stringify(answer)).not.toMatch(/did you mean/i)
    const staff = await ask(url, await staffToken(url), query.replace(/... on Board { waiting }/, 'internal'))
    expect(codeOf(staff)).not.toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('are suggested nothing, and find only their contract by introspection', async () => {
    const { token } = await visitorToken(url)
    const misspelt = await ask(url, token, '{ conversationz { id } }')
    expect(misspelt.errors?.[0]?.message).toBe('Cannot query field "conversationz" on type "Query".')
    const { data } = await ask<{
      __schema: { types: { name: string; fields: { name: string }[] | null }[] }
    }>(url, token, '{ __schema { types { name fields { name } } } }')
    const own = data?.__schema.types.filter(({ name, fields }) => fields && !name.startsWith('__'))
    expect(
      Object.fromEntries((own ?? []).map(({ name, fields }) => [name, fields?.map((one) => one.name)])),
    ).toEqual({
      Query: ['conversation'],
      Mutation: ['sendVisitorMessage'],
      Subscription: ['messageAdded'],
      Conversation: ['id', 'text'],
      Message: ['sequence', 'cursor', 'text', 'author'],
      Person: ['id', 'name'],
    })
  })

  test('never come by cookie', async () => {
    const { token } = await visitorToken(url)
    const response = await fetch(`${url}/auth/me`, { headers: { cookie: `throughline_session=${token}` } })
    expect(response.status).toBe(401)
  })

  test('are served on the configured pages only, without credentials', async () => {
    const from = (origin: string) => post(`${url}/auth/visitor`, {}, undefined, { origin })
    const allowed = await from('https://shop.example')
    expect(allowed.status).toBe(200)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    const foreign = await from('https://evil.example')
    expect(foreign.status).toBe(403)
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('are limited for each address', async () => {
    const limited = await system.anotherRouter({ VISITOR_TOKENS_PER_MINUTE: '1' })
    await post(`${limited.url}/auth/visitor`, {})
    const response = await post(`${limited.url}/auth/visitor`, {})
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('nobody', () => {
  test('may read the schema where that is allowed, and nothing else', async () => {
    expect((await ask(url, undefined, '{ __typename }')).data).toEqual({ __typename: 'Query' })
    expect((await ask(url, undefined, '{ __schema { queryType { name } } }')).errors).toBeUndefined()
    expect(codeOf(await ask(url, undefined, '{ whoAmI }'))).toBe('UNAUTHENTICATED')
  })

  test('learns nothing of the schema where it is not', async () => {
    const closed = await system.anotherRouter({ ALLOW_INTROSPECTION: 'false' })
    const misspelt = await ask(closed.url, undefined, '{ whoAmi }')
    expect(codeOf(misspelt)).toBe('UNAUTHENTICATED')
    expect(JSON.stringify(misspelt)).not.toContain('whoAmI')
    const staff = await staffToken(closed.url)
    expect(codeOf(await ask(closed.url, staff, '{ __schema { queryType { name } } }'))).toBe('FORBIDDEN')
    expect((await fetch(`${closed.url}/playground/`)).status).toBe(404)
  })
})

describe('a cookie', () => {
  const send = (
    cookie: string,
    headers: Record<string, string>,
    query = 'mutation { setPresence(status: "A") }',
  ) => post(`${url}/graphql`, { query }, undefined, { cookie, ...headers })

  test('is no proof for a request that another site could have made', async () => {
    const cookie = cookieOf(await signIn(adminEmail, adminPassword))
    expect((await send(cookie, { origin: url })).status).toBe(200)
    expect((await send(cookie, { 'x-csrf': '1' })).status).toBe(200)
    expect((await send(cookie, {})).status).toBe(403)
    expect((await send(cookie, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send(cookie, { origin: 'https://evil.example', 'x-csrf': '1' })).status).toBe(403)
    expect((await send(cookie, { origin: url, 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('does not make a GET change anything', async () => {
    const cookie = cookieOf(await signIn(adminEmail, adminPassword))
    const get = (query: string) =>
      fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers: { cookie } })
    expect((await get('{ whoAmI }')).status).toBe(200)
    expect((await get('mutation { setPresence(status: "A") }')).status).toBe(405)
  })
})
