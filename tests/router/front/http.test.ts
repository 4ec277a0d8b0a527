import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post, staffToken, visitorToken } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await startTestSystem({
    WIDGET_ORIGINS: 'https://shop.example',
    TRUSTED_PROXIES: '127.0.0.1/32',
    VISITOR_TOKENS_PER_MINUTE: '2',
  })
  url = `${system.router.url}/graphql`
})
afterAll(() => system?.stop())

const read = `?query=${encodeURIComponent('{ __typename }')}`
const newer = 'application/graphql-response+json'
const codeIn = async (response: Response) =>
  ((await response.json()) as { errors?: Array<{ extensions: { code: string } }> }).errors?.[0]?.extensions
    .code

/** Sends what fetch would not let a test send: the headers by which browsers tell on pages. */
function get(headers: Record<string, string>, path = read): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${url}${path}`, { headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
      .once('error', reject)
      .end()
  })
}

describe('a GET', () => {
  test.each<[string, Record<string, string>]>([
    ['an image or a link on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['a script of a foreign page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['an older browser’s foreign page', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('made by %s is refused', async (_what, headers) => {
    expect(await get(headers)).toBe(403)
  })

  test.each<[string, () => Record<string, string>]>([
    ['a program', () => ({})],
    ['our own page', () => ({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })],
    ['the address bar', () => ({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })],
    [
      'a page that embeds the widget',
      () => ({ origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' }),
    ],
    ['our own page, by its origin', () => ({ origin: system.router.url })],
    [
      'whoever passed a preflight',
      () => ({ origin: 'https://evil.example', 'apollo-require-preflight': '1' }),
    ],
  ])('made by %s is answered', async (_what, headers) => {
    expect(await get(headers())).toBe(200)
  })

  test('is kept in no cache', async () => {
    expect((await fetch(`${url}${read}`)).headers.get('cache-control')).toBe('no-store')
  })

  test.each(['&variables=%5B', '&variables=%5B%5D', '&extensions=x', `&query=%7Ba%7D`])(
    'with %s is no request',
    async (more) => {
      expect((await fetch(`${url}${read}${more}`)).status).toBe(400)
    },
  )
})

describe('a foreign page', () => {
  test('gets no preflight through, one that embeds the widget does', async () => {
    const preflight = (origin: string) =>
      fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    const foreign = await preflight('https://evil.example')
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    expect(foreign.status).toBe(404)
    const shop = await preflight('https://shop.example')
    expect([shop.status, shop.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://shop.example',
    ])
    expect(shop.headers.get('access-control-allow-credentials')).toBeNull()
    expect(shop.headers.get('vary')).toContain('Origin')
  })

  test('cannot read an answer either', async () => {
    const answer = await post(url, { query: '{ __typename }' }, undefined, { origin: 'https://evil.example' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a POST', () => {
  const query = JSON.stringify({ query: '{ __typename }' })
  const send = (body: string | Buffer, headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=latin1'],
    ['application/jsonp'],
  ])('as %s is not read', async (type) => {
    const response = await send(query, { 'content-type': type })
    expect([response.status, await codeIn(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('that is compressed is not read: it could hold anything', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    const response = await send(bomb, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    expect([response.status, await codeIn(response)]).toEqual([415, 'UNSUPPORTED_CONTENT_ENCODING'])
  })

  test('of more than 1 MiB is not read', async () => {
    const response = await send(`"${'x'.repeat(1024 * 1024)}"`, { 'content-type': 'application/json' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      413,
      'application/json; charset=utf-8',
    ])
    expect(await codeIn(response)).toBe('BODY_TOO_LARGE')
  })

  test.each(['', '{', '[]', '"text"', 'null', '[{"query":"{ __typename }"}]'])(
    'whose body is %s is no request',
    async (body) => {
      const response = await send(body, { 'content-type': 'application/json', accept: newer })
      expect([response.status, await codeIn(response)]).toEqual([400, 'BAD_USER_INPUT'])
      expect(response.headers.get('content-type')).toBe(`${newer}; charset=utf-8`)
    },
  )

  test('of a client that accepts none of our types is refused', async () => {
    const response = await send(query, { 'content-type': 'application/json', accept: 'text/html' })
    expect([response.status, await codeIn(response)]).toEqual([406, 'NOT_ACCEPTABLE'])
  })

  test('that is not permitted says so by its status, to those who read statuses', async () => {
    const visitor = await visitorToken(system.router.url)
    const asked = (accept: string, token?: string) =>
      post(url, { query: '{ conversations { id } }' }, token, { accept })
    expect((await asked(newer)).status).toBe(401)
    // for a visitor the field does not exist
    expect((await asked(newer, visitor.token)).status).toBe(400)
    expect((await asked('application/json')).status).toBe(200)
    expect((await asked(newer, await staffToken(system.router.url))).status).toBe(200)
  })
})

test.each(['PUT', 'DELETE', 'PATCH'])('%s is not a method of the graph', async (method) => {
  const response = await fetch(url, { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
})

describe('the client’s address', () => {
  const visit = (base: string, forwarded: string) =>
    post(`${base}/auth/visitor`, {}, undefined, { 'x-forwarded-for': forwarded }).then(({ status }) => status)

  test('is what our proxy saw, whatever the client wrote before it', async () => {
    const { url: base } = system.router
    expect(await visit(base, '203.0.113.1')).toBe(200)
    expect(await visit(base, '198.51.100.7, 203.0.113.1')).toBe(200)
    expect(await visit(base, '198.51.100.8, 203.0.113.1')).toBe(429)
    expect(await visit(base, '203.0.113.2')).toBe(200)
  })

  test('is the connection’s where there is no proxy: nobody gets a fresh limit by a header', async () => {
    const direct = await system.anotherRouter({ TRUSTED_PROXIES: '' })
    const statuses = []
    for (let n = 0; n < 3; n++) statuses.push(await visit(direct.url, `203.0.113.${n}`))
    expect(statuses.at(-1)).toBe(429)
  })
})
