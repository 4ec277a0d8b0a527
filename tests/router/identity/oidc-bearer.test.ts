import { createPublicKey } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { follow, openSocket, readEventStream } from '../front/live-client.ts'
import { ask, post } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import {
  audience,
  clientId,
  issuersFor,
  type OidcServer,
  type SigningKey,
  signedToken,
  signingKey,
  startOidcServer,
} from './oidc-server.ts'
import { refusalOf, signInFor } from './signed-in.ts'

let oidc: OidcServer
let system: TestSystem
let url: string
let key: SigningKey
let foreign: SigningKey
beforeAll(async () => {
  key = await signingKey('first')
  foreign = await signingKey('first')
  oidc = await startOidcServer(['http://127.0.0.1:9/callback'], key)
  system = await startTestSystem({ OIDC_ISSUERS: issuersFor(oidc.issuer), REVOCATION_CHECK: 'PT0.3S' })
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  await oidc?.stop()
})

const sign = (claims?: object, header?: object, by = key) =>
  signedToken(oidc.issuer, by, { ...claims }, { ...header })
const whoAmI = async (token: string) => {
  const { status, data } = await ask<{ whoAmI: string }>(url, token, '{ whoAmI }')
  return [status, data?.whoAmI] as const
}
const me = async (token: string) => {
  const response = await fetch(`${url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
  return (await response.json()) as { account: { id: string; name: string; roles: string[] } }
}

describe('a token of a configured issuer', () => {
  test('as the issuer itself makes it opens HTTP, WebSocket and server-sent events', async () => {
    const token = await oidc.accessToken()
    const [status, name] = await whoAmI(token)
    const { account } = await me(token)
    expect([status, name]).toEqual([200, `staff ${account.id}`])
    expect(account).toMatchObject({ name: 'A Program', roles: ['agent'] })
    const stream = follow(url, token, 'subscription { boardChanged { waiting } }')
    await until('a first event', () => stream.received.length > 0)
    await stream.stop()
    const query = encodeURIComponent('subscription { boardChanged { waiting } }')
    const events = readEventStream<{ boardChanged: object }>(
      await fetch(`${url}/graphql?query=${query}`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      }),
    )
    expect((await events.next()).value?.data?.boardChanged).toBeDefined()
    await events.return(undefined)
  })

  test('makes one account for issuer and subject, also of twenty at once, whose roles follow the token', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, at) => sign({ sub: 'li', jti: `${at}` })))
    const ids = await Promise.all(tokens.map(async (token) => (await me(token)).account.id))
    expect(new Set(ids).size).toBe(1)
    const later = Math.floor(Date.now() / 1_000) + 10
    const promoted = await me(await sign({ sub: 'li', groups: ['contact-leads'], iat: later }))
    expect(promoted.account).toMatchObject({ id: ids[0], roles: ['agent', 'supervisor'] })
    expect((await me(await sign({ sub: 'li', iat: later - 60 }))).account.roles).toEqual(['agent'])
    const admin = await signInFor(url, adminEmail, adminPassword)
    const listed = await fetch(`${url}/auth/accounts`, {
      headers: { authorization: `Bearer ${admin.token}` },
    })
    const { accounts } = (await listed.json()) as { accounts: Array<Record<string, unknown>> }
    expect(accounts.filter(({ subject }) => subject === 'li')).toMatchObject([
      { id: ids[0], issuer: oidc.issuer, roles: ['agent', 'supervisor'] },
    ])
  })

  test('never opens an own account with the same e-mail', async () => {
    const { account } = await signInFor(url, adminEmail, adminPassword)
    const token = await sign({ sub: 'mallory', email: adminEmail, email_verified: true })
    const theirs = (await me(token)).account
    expect(theirs.id).not.toBe(account.id)
    expect(theirs.roles).toEqual(['agent'])
  })

  test('that gives no role here is refused, and makes no account', async () => {
    for (const groups of [
      ['everybody'],
      [],
      undefined,
      'nothing',
      { 0: 'contact-agents' },
      ['__proto__', 'constructor'],
    ]) {
      const token = await sign({ sub: 'visitor', groups })
      const response = await post(`${url}/graphql`, { query: '{ whoAmI }' }, token)
      const { errors } = (await response.json()) as { errors: Array<{ extensions: { code: string } }> }
      expect([response.status, errors[0]?.extensions.code]).toEqual([403, 'NO_STAFF_ROLE'])
    }
    const admin = await signInFor(url, adminEmail, adminPassword)
    const listed = await fetch(`${url}/auth/accounts`, {
      headers: { authorization: `Bearer ${admin.token}` },
    })
    expect(await listed.text()).not.toContain('"visitor"')
  })

  test('of a disabled account is refused at once, and its streams end', async () => {
    const token = await sign({ sub: 'gone' })
    const { account } = await me(token)
    const stream = follow(url, token, 'subscription { boardChanged { waiting } }')
    await until('a first event', () => stream.received.length > 0)
    const admin = await signInFor(url, adminEmail, adminPassword)
    const administer = (what: string, body = {}) =>
      post(`${url}/auth/accounts/${account.id}/${what}`, body, admin.token)
    expect(await refusalOf(await administer('roles', { roles: ['admin'] }))).toEqual([
      409,
      'ACCOUNT_ELSEWHERE',
    ])
    expect(await refusalOf(await administer('password', { password: 'given by an admin' }))).toEqual([
      409,
      'ACCOUNT_ELSEWHERE',
    ])
    expect((await administer('disable')).status).toBe(200)
    expect(await stream.ended).toMatchObject({ code: 4401 })
    expect((await whoAmI(token))[0]).toBe(403)
    expect((await administer('enable')).status).toBe(200)
    expect((await whoAmI(token))[0]).toBe(200)
  })

  test('that expires in the middle of a stream ends it', async () => {
    const token = await sign({ sub: 'brief', exp: Math.floor(Date.now() / 1_000) + 3 })
    const { acknowledged, closed } = await openSocket(url, { token })
    await acknowledged
    expect(await closed).toBe(4401)
    expect((await whoAmI(token))[0]).toBe(401)
  })

  test('is no cookie', async () => {
    const token = await sign()
    const response = await fetch(`${url}/auth/me`, { headers: { cookie: `throughline_session=${token}` } })
    expect(response.status).toBe(401)
  })
})

describe('refused is a token', () => {
  const nowSec = Math.floor(Date.now() / 1_000)
  test.each<[string, object]>([
    ['for another audience', { aud: 'https://other.example' }],
    ['for no audience', { aud: undefined }],
    ['for this client, not for requests', { aud: clientId }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['of an issuer that only looks like it', { iss: undefined }],
    ['that was made for another program', { azp: 'another-program' }],
    ['that has expired', { exp: nowSec - 60 }],
    ['that never expires', { exp: undefined }],
    ['that holds for a week', { exp: nowSec + 7 * 86_400 }],
    ['that is not yet valid', { nbf: nowSec + 600 }],
    ['of the future', { iat: nowSec + 600, exp: nowSec + 900 }],
    ['of no time', { iat: undefined }],
    ['of a time in words', { iat: 'now' }],
    ['without a subject', { sub: undefined }],
    ['with an endless subject', { sub: 'x'.repeat(300) }],
    ['with a list for a subject', { sub: ['mei'] }],
  ])('%s', async (_what, claims) => {
    expect((await whoAmI(await sign(claims)))[0]).toBe(401)
  })

  test.each<[string, object]>([
    ['with an extension', { crit: ['b64'], b64: true }],
    ['of another kind', { typ: 'logout+jwt' }],
    ['that is nested', { cty: 'JWT' }],
  ])('%s', async (_what, header) => {
    expect((await whoAmI(await sign({}, header)))[0]).toBe(401)
  })

  test('by a foreign key of the same name, whatever keys and addresses its header brings along', async () => {
    const { privateKey: _private, ...jwk } = foreign.jwk as { privateKey?: unknown }
    const before = oidc.asked.length
    const evil = `http://127.0.0.1:${new URL(oidc.issuer).port}/evil`
    for (const header of [
      {},
      { jwk },
      { jku: `${evil}/keys` },
      { x5u: `${evil}/chain` },
      { x5c: ['MIIB'] },
    ]) {
      expect((await whoAmI(await sign({}, header, foreign)))[0]).toBe(401)
    }
    expect(oidc.asked.slice(before).filter((path) => path.startsWith('/evil'))).toEqual([])
  })

  test('without a signature, and with the public key as a shared secret', async () => {
    const claims = {
      iss: oidc.issuer,
      aud: audience,
      sub: 'mei',
      groups: ['contact-agents'],
      iat: nowSec,
      exp: nowSec + 600,
    }
    const unsigned = new UnsecuredJWT(claims).encode()
    const pem = createPublicKey({ key: key.jwk, format: 'jwk' }).export({
      format: 'pem',
      type: 'spki',
    })
    const bySecret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(Buffer.from(pem))
    const [head, body] = (await sign()).split('.')
    for (const token of [unsigned, `${unsigned}AAAA`, bySecret, `${head}.${body}.`, `${head}.${body}.AAAA`]) {
      expect((await whoAmI(token))[0], token).toBe(401)
    }
  })

  test('with a claim twice, although its signature holds', async () => {
    const { CompactSign } = await import('jose')
    const text = JSON.stringify({
      iss: oidc.issuer,
      aud: audience,
      sub: 'mei',
      iat: nowSec,
      exp: nowSec + 600,
    })
    const twice = `${text.slice(0, -1)},"groups":["everybody"],"groups":["contact-leads"]}`
    const token = await new CompactSign(Buffer.from(twice))
      .setProtectedHeader({ alg: 'RS256', kid: 'first' })
      .sign(key.privateKey)
    expect((await whoAmI(token))[0]).toBe(401)
  })

  test('of the length of a book', async () => {
    const token = await sign({ sub: 'mei', padding: 'x'.repeat(8_200) })
    expect((await whoAmI(token))[0]).toBe(401)
    const { closed } = await openSocket(url, { token: 'x'.repeat(20_000) })
    expect(await closed).toBe(4401)
  })
})
