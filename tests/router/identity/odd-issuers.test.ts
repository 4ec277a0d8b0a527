import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../front/person.ts'
import { startTestSystem, type TestSystem } from '../front/test-system.ts'
import { keysCoolDownMs, keysFreshMs, keysStaleMs } from '../../../router/identity/jwt/remote-keys.ts'
import { Browser } from './browser.ts'
import { startOddIssuer } from './odd-issuer.ts'
import { clientId, issuersFor, type SigningKey, signedToken, signingKey } from './oidc-server.ts'

let odd: Awaited<ReturnType<typeof startOddIssuer>>
/** Somebody else's server: nothing of ours may ask it. */
let elsewhere: Awaited<ReturnType<typeof startOddIssuer>>
let key: SigningKey
let system: TestSystem
let url: string
let aheadMs = 0
beforeAll(async () => {
  key = await signingKey('odd')
  odd = await startOddIssuer(key)
  elsewhere = await startOddIssuer(key)
  system = await startTestSystem(
    { OIDC_ISSUERS: issuersFor(odd.issuer) },
    { now: () => new Date(Date.now() + aheadMs) },
  )
  url = system.router.url
})
afterEach(() => {
  odd.reset()
  aheadMs += 2 * keysStaleMs
})
afterAll(async () => {
  await system?.stop()
  await odd?.stop()
  await elsewhere?.stop()
})

let tokens = 0
const sign = (claims: object = {}, by = key) =>
  signedToken(odd.issuer, by, { jti: `${++tokens}`, ...claims }, {}, Date.now() + aheadMs)
const status = async () => (await ask(url, await sign(), '{ whoAmI }')).status

describe('what an issuer tells of itself', () => {
  test.each<[string, () => void]>([
    [
      'is of another issuer',
      () =>
        (odd.answers['/.well-known/openid-configuration'] = {
          body: { ...odd.discovery, issuer: 'https://other.example' },
        }),
    ],
    [
      'sends us to another server for its keys',
      () =>
        (odd.answers['/.well-known/openid-configuration'] = {
          body: { ...odd.discovery, jwks_uri: `${elsewhere.issuer}/keys` },
        }),
    ],
    [
      'is a redirect to another server',
      () =>
        (odd.answers['/.well-known/openid-configuration'] = {
          location: `${elsewhere.issuer}/.well-known/openid-configuration`,
        }),
    ],
    ['is no JSON', () => (odd.answers['/.well-known/openid-configuration'] = { body: '<html>' })],
    ['has keys behind a redirect', () => (odd.answers['/keys'] = { location: `${elsewhere.issuer}/keys` })],
    [
      'has keys without end',
      () => (odd.answers['/keys'] = { body: { keys: [], padding: 'x'.repeat(300_000) } }),
    ],
    [
      'has an error in the place of keys',
      () => (odd.answers['/keys'] = { status: 500, body: { keys: odd.keySet.keys } }),
    ],
  ])('%s: no token counts, and nobody else is asked', async (_what, make) => {
    const other = await system.anotherRouter()
    make()
    const answer = await ask(other.url, await sign(), '{ whoAmI }')
    expect(answer.status).toBe(503)
    expect(elsewhere.asked).toEqual([])
    odd.reset()
    aheadMs += keysCoolDownMs
    expect((await ask(other.url, await sign(), '{ whoAmI }')).status).toBe(200)
  })

  test('has shared secrets and keys for encrypting: they check nothing', async () => {
    aheadMs += keysFreshMs + keysCoolDownMs
    odd.answers['/keys'] = { body: { keys: odd.keySet.keys.map((one) => ({ ...one, use: 'enc' })) } }
    expect(await status()).toBe(401)
    odd.answers['/keys'] = { body: { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'odd' }] } }
    aheadMs += keysFreshMs + keysCoolDownMs
    expect(await status()).toBe(401)
  })
})

describe('an ID token', () => {
  let browser: Browser
  /** Begins a sign-in and comes back with a code for which the issuer gives this token. */
  async function finish(claims: object, by = key): Promise<number> {
    browser = new Browser()
    const there = Browser.target(await browser.visit(`${url}/auth/oidc/staff/start`), url)
    const nonce = there.searchParams.get('nonce')
    const token = await sign({ aud: clientId, nonce, ...claims }, by)
    odd.answers['/token'] = { body: { id_token: token, access_token: 'a', token_type: 'Bearer' } }
    const state = there.searchParams.get('state')
    const back = await browser.visit(`${url}/auth/oidc/staff/callback?code=c&state=${state}`)
    return back.status
  }

  test('that fits opens a session', async () => {
    expect(await finish({})).toBe(303)
    expect(await finish({ aud: [clientId, 'other'], azp: clientId })).toBe(303)
  })

  test.each<[string, object]>([
    ['of another sign-in', { nonce: 'A'.repeat(43) }],
    ['of no sign-in', { nonce: undefined }],
    ['for another program', { aud: 'another-program' }],
    ['for this program’s requests', { aud: 'https://throughline.example/api' }],
    ['asked for by another program', { azp: 'another-program' }],
    ['for several, naming none', { aud: [clientId, 'another-program'] }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['that has expired', { exp: 1 }],
  ])('%s opens nothing', async (_what, claims) => {
    expect(await finish(claims)).toBeGreaterThanOrEqual(400)
    expect(browser.has(url, 'throughline_session')).toBe(false)
  })

  test('by another key opens nothing', async () => {
    expect(await finish({}, await signingKey('odd'))).toBe(401)
    expect(browser.has(url, 'throughline_session')).toBe(false)
  })
})
