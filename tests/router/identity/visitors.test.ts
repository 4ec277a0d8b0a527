import { generateKeyPairSync } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, post } from '../front/person.ts'
import { openSocket } from '../front/live-client.ts'
import { startTestSystem, type TestSystem } from '../front/test-system.ts'
import { refusalOf } from './signed-in.ts'

const secret = 'the web shop keeps this secret well'
const clubSecret = 'the club keeps another secret, too.'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

interface Visit {
  token: string
  visitorId: string
  expiresAt: string
  verified?: { subject: string; name?: string }
}

let system: TestSystem
let url: string
let aheadMs = 0
const hourMs = 3_600_000
beforeAll(async () => {
  const issuers = [
    { account: 'main', secret },
    { account: 'club', issuer: 'https://club.example', secret: clubSecret },
    { account: 'signed', keys: { ...(await exportJWK(publicKey)), kid: 'page' } },
  ]
  const env = { VISITOR_ISSUERS: JSON.stringify(issuers), WIDGET_ORIGINS: 'https://shop.example' }
  system = await startTestSystem(env, { now: () => new Date(Date.now() + aheadMs) })
  url = system.router.url
})
afterAll(() => system?.stop())

interface Signing {
  account?: string
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  lifetimeSec?: number
  key?: Uint8Array | typeof privateKey
}
let users = 0
function userToken({ account = 'main', claims = {}, header = {}, lifetimeSec = 3_600, key }: Signing = {}) {
  const nowSec = Math.floor((Date.now() + aheadMs) / 1_000)
  return new SignJWT({
    sub: `user-${++users}`,
    aud: `web-chat:${account}`,
    iat: nowSec,
    exp: nowSec + lifetimeSec,
    ...claims,
  })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(key ?? new TextEncoder().encode(secret))
}
const visit = (body: object, headers: Record<string, string> = {}) =>
  post(`${url}/auth/visitor`, body, undefined, headers)
async function visited(body: object): Promise<Visit> {
  const response = await visit(body)
  expect(response.status).toBe(200)
  return (await response.json()) as Visit
}
const isIn = async (token: string) =>
  (await ask(url, token, '{ conversation(id: "c1") { id } }')).status === 200
const mine = (token: string) => ask(url, token, '{ conversation(id: "c1") { text } }')

describe('a page’s signed user', () => {
  test('is the same visitor at every visit and on every device; another user is another one', async () => {
    const claims = { sub: 'user-mei', email: 'Mei@Example.org', phone: '+1 (415) 555-2671', name: 'Mei' }
    const here = await visited({ account: 'main', userToken: await userToken({ claims }) })
    const there = await visited({ account: 'main', userToken: await userToken({ claims }) })
    const other = await visited({ account: 'main', userToken: await userToken() })
    const unknown = await visited({ account: 'main' })
    expect(here.visitorId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(there.visitorId).toBe(here.visitorId)
    expect(new Set([here, other, unknown].map(({ visitorId }) => visitorId)).size).toBe(3)
    expect(here.verified).toEqual({ subject: 'user-mei', name: 'Mei' })
    expect(unknown.verified).toBeUndefined()
    expect((await mine(here.token)).status).toBe(200)
  })

  test('reaches the subgraph as proof, signed by the router', async () => {
    const claims = { sub: 'user-ana', email: 'Ana@Example.org', phone: '+1 (415) 555-2671', name: 'Ana' }
    const { token, visitorId } = await visited({ account: 'main', userToken: await userToken({ claims }) })
    await mine(token)
    expect(system.conversation.seen.at(-1)).toEqual({
      kind: 'visitor',
      id: visitorId,
      verified: {
        issuer: 'web-chat:main',
        subject: 'user-ana',
        email: 'ana@example.org',
        phone: '+14155552671',
        name: 'Ana',
      },
    })
  })

  test('may be signed with a key whose public half we have', async () => {
    const signed = await userToken({
      account: 'signed',
      header: { alg: 'EdDSA', kid: 'page' },
      key: privateKey,
    })
    expect((await visited({ account: 'signed', userToken: signed })).verified).toBeDefined()
  })

  const publicBytes = publicKey.export({ format: 'der', type: 'spki' })
  const club = { account: 'club', key: new TextEncoder().encode(clubSecret) }
  test.each<[string, string, Signing | string]>([
    ['signed with another secret', 'main', { key: new TextEncoder().encode(clubSecret) }],
    ['for another account', 'main', { account: 'club' }],
    ['of another account, for this one', 'club', {}],
    ['of another issuer', 'club', { ...club, claims: { iss: 'https://shop.example' } }],
    ['of no issuer, where one is named', 'club', club],
    ['for an account that signs no users', 'other', { account: 'other' }],
    ['that has expired', 'main', { lifetimeSec: -60 }],
    ['that holds for a week', 'main', { lifetimeSec: 7 * 86_400 }],
    ['of tomorrow', 'main', { claims: { iat: Math.floor(Date.now() / 1_000) + 7_200 } }],
    ['not yet valid', 'main', { claims: { nbf: Math.floor(Date.now() / 1_000) + 7_200 } }],
    ['without an end', 'main', { claims: { exp: undefined } }],
    ['without a beginning', 'main', { claims: { iat: undefined } }],
    ['without a user', 'main', { claims: { sub: '' } }],
    ['with a wrong e-mail', 'main', { claims: { email: 'nobody' } }],
    ['with a number of no country', 'main', { claims: { phone: '555-2671' } }],
    ['with an extension', 'main', { header: { crit: ['b64'], b64: true } }],
    ['with HS256 under the public key', 'signed', { account: 'signed', key: new Uint8Array(publicBytes) }],
    ['with EdDSA where a secret is agreed', 'main', { header: { alg: 'EdDSA' }, key: privateKey }],
    ['without a signature', 'main', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"a"}')}.`],
    ['of rubbish', 'main', 'rubbish'],
    ['of the length of a book', 'main', { claims: { name: 'n'.repeat(6_000) } }],
  ])('%s is refused, and no unknown visitor comes in its place', async (_what, account, signing) => {
    const token = typeof signing === 'string' ? signing : await userToken(signing)
    const response = await visit({ account, userToken: token })
    const body = (await response.json()) as { token?: string; error?: { code: string } }
    expect([response.status, body.error?.code, body.token]).toEqual([403, 'USER_TOKEN_REFUSED', undefined])
  })

  test('opens twenty visits and no more, over all routers', async () => {
    const signed = await userToken()
    const other = await system.anotherRouter()
    const ways = Array.from({ length: 25 }, (_, at) => (at % 2 ? url : other.url))
    const all = await Promise.all(
      ways.map((base) => post(`${base}/auth/visitor`, { account: 'main', userToken: signed })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(all.filter(({ status }) => status === 403)).toHaveLength(5)
  })

  test('is believed for a day, then the page has to say it again', async () => {
    const { token, expiresAt } = await visited({ userToken: await userToken() })
    const renewal = await post(`${url}/auth/visitor/renew`, {}, token)
    expect(await refusalOf(renewal)).toEqual([403, 'USER_TOKEN_REFUSED'])
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(24 * hourMs + 60_000)
    aheadMs = 24.5 * hourMs
    expect(await isIn(token)).toBe(false)
    aheadMs = 0
  })
})

describe('a visit', () => {
  test('is renewed before its 30 days are over, as the same visitor', async () => {
    const first = await visited({})
    aheadMs = 29 * 24 * hourMs
    const renewed = (await (await post(`${url}/auth/visitor/renew`, {}, first.token)).json()) as Visit
    expect(renewed.visitorId).toBe(first.visitorId)
    aheadMs = 31 * 24 * hourMs
    expect([await isIn(first.token), await isIn(renewed.token)]).toEqual([false, true])
    expect((await post(`${url}/auth/visitor/renew`, {}, first.token)).status).toBe(401)
    aheadMs = 0
  })

  test('is forgotten on this device with all its tokens and streams, and the same user’s other visits go on', async () => {
    const claims = { sub: 'user-two-devices' }
    const here = await visited({ userToken: await userToken({ claims }) })
    const there = await visited({ userToken: await userToken({ claims }) })
    const { acknowledged, closed } = await openSocket(url, { token: here.token })
    await acknowledged
    expect((await post(`${url}/auth/visitor/sign-out`, {}, here.token)).status).toBe(204)
    expect(await closed).toBe(4401)
    expect([await isIn(here.token), await isIn(there.token)]).toEqual([false, true])
  })

  test('that was renewed is forgotten with its older tokens', async () => {
    const first = await visited({})
    const renewed = (await (await post(`${url}/auth/visitor/renew`, {}, first.token)).json()) as Visit
    expect((await post(`${url}/auth/visitor/sign-out`, {}, renewed.token)).status).toBe(204)
    expect([await isIn(first.token), await isIn(renewed.token)]).toEqual([false, false])
    expect((await post(`${url}/auth/visitor/renew`, {}, first.token)).status).toBe(401)
  })

  test.each(['renew', 'sign-out'])(
    'cannot %s without its token, and only on pages of the widget',
    async (what) => {
      const { token } = await visited({})
      const at = `${url}/auth/visitor/${what}`
      expect((await post(at, {})).status).toBe(401)
      expect((await post(at, {}, 'rubbish')).status).toBe(401)
      expect((await post(at, {}, token, { origin: 'https://evil.example' })).status).toBe(403)
      const allowed = await post(at, {}, token, { origin: 'https://shop.example' })
      expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
      expect(allowed.status).toBeLessThan(300)
    },
  )
})
