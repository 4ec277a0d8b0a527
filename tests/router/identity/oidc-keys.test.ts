import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../front/person.ts'
import { startTestSystem, type TestSystem } from '../front/test-system.ts'
import { keysCoolDownMs, keysFreshMs, keysStaleMs } from '../../../router/identity/jwt/remote-keys.ts'
import {
  issuersFor,
  type OidcServer,
  type SigningKey,
  signedToken,
  signingKey,
  startOidcServer,
} from './oidc-server.ts'

let oidc: OidcServer
let system: TestSystem
let url: string
let first: SigningKey
let second: SigningKey
/** Added to the router's clock. */
let aheadMs = 0
beforeAll(async () => {
  first = await signingKey('first')
  second = await signingKey('second')
  oidc = await startOidcServer(['http://127.0.0.1:9/callback'], first)
  system = await startTestSystem(
    { OIDC_ISSUERS: issuersFor(oidc.issuer) },
    { now: () => new Date(Date.now() + aheadMs) },
  )
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  await oidc?.stop()
})

let tokens = 0
/** A fresh token each time: one that was verified is known for a minute. */
const token = (by: SigningKey, header = {}) =>
  signedToken(oidc.issuer, by, { jti: `${++tokens}` }, header, Date.now() + aheadMs)
const status = async (given: string) => (await ask(url, given, '{ whoAmI }')).status
const keySetRequests = () => oidc.asked.filter((path) => path === '/jwks').length

test('a new key is fetched when a token names it, and the old one goes on while it is published', async () => {
  expect(await status(await token(first))).toBe(200)
  oidc.use(second, first)
  aheadMs += keysCoolDownMs
  expect(await status(await token(second))).toBe(200)
  expect(await status(await token(first))).toBe(200)
})

test('tokens that name unknown keys make one request for all, once in thirty seconds', async () => {
  aheadMs += keysCoolDownMs
  const before = keySetRequests()
  const storm = async (count: number) => {
    const forged = await Promise.all(
      Array.from({ length: count }, (_, at) => token(second, { kid: `unknown-${tokens}-${at}` })),
    )
    expect(new Set(await Promise.all(forged.map(status)))).toEqual(new Set([401]))
  }
  await storm(50)
  expect(keySetRequests()).toBe(before + 1)
  await storm(50)
  expect(keySetRequests()).toBe(before + 1)
  aheadMs += keysCoolDownMs
  await storm(10)
  expect(keySetRequests()).toBe(before + 2)
  expect(await status(await token(second))).toBe(200)
})

test('a key that the issuer removed is refused after five minutes at the latest, also for a known token', async () => {
  const known = await token(first)
  expect(await status(known)).toBe(200)
  oidc.use(second)
  aheadMs += keysFreshMs + 1_000
  expect(await status(await token(first))).toBe(401)
  expect(await status(await token(second))).toBe(200)
})

test('while the issuer cannot be reached its known keys go on, for an hour', async () => {
  oidc.goAway(true)
  aheadMs += keysFreshMs + 1_000
  expect(await status(await token(second))).toBe(200)
  expect(await status(await token(first))).toBe(401)
  aheadMs += keysStaleMs
  expect(await status(await token(second))).toBe(503)
  oidc.goAway(false)
  aheadMs += keysCoolDownMs
  expect(await status(await token(second))).toBe(200)
})
