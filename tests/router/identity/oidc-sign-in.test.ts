import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#platform/stores/free-port.ts'
import { startTestSystem, type TestSystem } from '../front/test-system.ts'
import { Browser } from './browser.ts'
import {
  clientId,
  issuersFor,
  type OidcServer,
  type SigningKey,
  signingKey,
  startOidcServer,
} from './oidc-server.ts'
import { refusalOf } from './signed-in.ts'

let oidc: OidcServer
let system: TestSystem
let url: string
let key: SigningKey
beforeAll(async () => {
  const port = await freePort()
  key = await signingKey('first')
  oidc = await startOidcServer([`http://127.0.0.1:${port}/auth/oidc/staff/callback`], key)
  system = await startTestSystem({ OIDC_ISSUERS: issuersFor(oidc.issuer), PORT: String(port) })
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  await oidc?.stop()
})

const start = (returnTo?: string) =>
  `${url}/auth/oidc/staff/start${returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`

/** Begins here, signs in there; what the issuer answers is in the address that is given back. */
async function begun(browser: Browser, login = 'mei', returnTo?: string): Promise<URL> {
  const there = Browser.target(await browser.visit(start(returnTo)), url)
  return browser.passIssuer(there, login)
}

describe('signing in at the issuer', () => {
  test('ends in a session of our own, at the place of the desk that was asked for', async () => {
    const browser = new Browser()
    const back = await begun(browser, 'mei', '/desk/inbox?tab=2')
    const home = await browser.visit(back)
    expect([home.status, home.headers.get('location')]).toEqual([303, '/desk/inbox?tab=2'])
    expect(
      home.headers.getSetCookie().filter((cookie) => /HttpOnly; SameSite=Strict/.test(cookie)),
    ).toHaveLength(2)
    const me = await browser.visit(`${url}/auth/me`)
    expect(await me.json()).toMatchObject({
      account: { name: 'Mei Lin', email: 'mei@issuer.example', roles: ['agent'] },
    })
    const headers = { 'content-type': 'application/json', 'x-csrf': 'desk' }
    const refreshed = await browser.visit(`${url}/auth/refresh`, { method: 'POST', headers, body: '{}' })
    expect(refreshed.status).toBe(200)
    expect(browser.has(url, 'throughline_oidc')).toBe(false)
  })

  test('is offered by its name, with PKCE, state and nonce, and no secret', async () => {
    const offered = await (await fetch(`${url}/auth/oidc`)).json()
    expect(offered).toEqual({
      issuers: [{ name: 'staff', title: 'Our staff', start: '/auth/oidc/staff/start' }],
    })
    const there = Browser.target(await new Browser().visit(start()), url)
    expect(Object.fromEntries(there.searchParams)).toEqual({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: `${url}/auth/oidc/staff/callback`,
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect((await fetch(`${url}/auth/oidc/nobody/start`)).status).toBe(404)
  })

  test.each(['https://evil.example/', '//evil.example/desk/', '/\\evil.example', '/auth/sign-out'])(
    'never leads to %s',
    async (place) => {
      const browser = new Browser()
      const home = await browser.visit(await begun(browser, 'mei', place))
      expect(home.headers.get('location')).toBe('/desk/')
    },
  )

  test('refuses a person without a role here', async () => {
    const browser = new Browser()
    const answer = await browser.visit(await begun(browser, 'guest'))
    expect(await refusalOf(answer)).toEqual([403, 'NO_STAFF_ROLE'])
    expect(browser.has(url, 'throughline_session')).toBe(false)
  })

  test('that the person breaks off is not finished', async () => {
    const browser = new Browser()
    const answer = await browser.visit(await begun(browser, 'refuse'))
    expect(await refusalOf(answer)).toEqual([400, 'SIGN_IN_INCOMPLETE'])
  })
})

describe('an answer that is not to what this browser began', () => {
  test('is refused: another browser’s, for signing somebody in under a stranger’s account', async () => {
    const back = await begun(new Browser())
    const victim = new Browser()
    await victim.visit(start())
    expect(await refusalOf(await victim.visit(back))).toEqual([400, 'SIGN_IN_INCOMPLETE'])
    expect(victim.has(url, 'throughline_session')).toBe(false)
  })

  test('is refused the second time', async () => {
    const browser = new Browser()
    const back = await begun(browser)
    const again = new Browser()
    expect((await browser.visit(back)).status).toBe(303)
    expect(await refusalOf(await browser.visit(back))).toEqual([400, 'SIGN_IN_INCOMPLETE'])
    expect(await refusalOf(await again.visit(back))).toEqual([400, 'SIGN_IN_INCOMPLETE'])
  })

  test.each<[string, (back: URL, other: URL) => void]>([
    ['a made-up state', (back) => back.searchParams.set('state', 'A'.repeat(43))],
    ['a made-up code', (back) => back.searchParams.set('code', 'A'.repeat(43))],
    ['no code', (back) => back.searchParams.delete('code')],
    ['no state', (back) => back.searchParams.delete('state')],
    ['another issuer’s word', (back) => back.searchParams.set('iss', 'https://other.example')],
    [
      'the code of another sign-in',
      (back, other) => back.searchParams.set('code', other.searchParams.get('code') ?? ''),
    ],
  ])('is refused with %s', async (_what, change) => {
    const browser = new Browser()
    const other = await begun(new Browser())
    const back = await begun(browser)
    change(back, other)
    expect((await browser.visit(back)).status).toBe(400)
    expect(browser.has(url, 'throughline_session')).toBe(false)
  })

  test('does not disturb the sign-in of another tab', async () => {
    const browser = new Browser()
    const first = Browser.target(await browser.visit(start('/desk/first')), url)
    const second = await begun(browser, 'mei', '/desk/second')
    const home = await browser.visit(second)
    expect(home.headers.get('location')).toBe('/desk/second')
    const back = await browser.passIssuer(first, 'mei')
    expect((await browser.visit(back)).headers.get('location')).toBe('/desk/first')
  })

  test('is refused when the issuer cannot be asked about it', async () => {
    const browser = new Browser()
    const back = await begun(browser)
    oidc.goAway(true)
    expect(await refusalOf(await browser.visit(back))).toEqual([400, 'SIGN_IN_INCOMPLETE'])
    oidc.goAway(false)
    expect(browser.has(url, 'throughline_session')).toBe(false)
  })
})
