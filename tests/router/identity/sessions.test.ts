import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, post } from '../front/person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { cookiesOf, type HeldTokens, makeStaff, refusalOf, signInFor } from './signed-in.ts'

let system: TestSystem
let url: string
let admin: string
/** Added to the routers' clock. */
let aheadMs = 0
const minuteMs = 60_000
beforeAll(async () => {
  system = await startTestSystem({}, { now: () => new Date(Date.now() + aheadMs) })
  url = system.router.url
})
afterAll(() => system?.stop())

/** Signs in and runs with a clock that can be put ahead. */
async function withClock<T>(work: (ahead: (ms: number) => void) => Promise<T>): Promise<T> {
  try {
    return await work((ms) => {
      aheadMs += ms
    })
  } finally {
    aheadMs = 0
  }
}

const whoAmI = async (token: string) => (await ask(url, token, '{ whoAmI }')).status
const refresh = (refreshToken: string) => post(`${url}/auth/refresh`, { refreshToken })
const refreshed = async (refreshToken: string): Promise<HeldTokens> => {
  const response = await refresh(refreshToken)
  expect(response.status).toBe(200)
  return (await response.json()) as HeldTokens
}
let people = 0
async function person(): Promise<HeldTokens & { password: string }> {
  admin = (await signInFor(url, adminEmail, adminPassword)).token
  const { email, password } = await makeStaff(url, admin, `person-${++people}`)
  return { ...(await signInFor(url, email, password)), password }
}

describe('a token', () => {
  test('holds for a quarter of an hour, and is renewed without a password until the session ends', () =>
    withClock(async (ahead) => {
      const first = await person()
      const endsAt = first.expiresAt
      ahead(16 * minuteMs)
      expect(await whoAmI(first.token)).toBe(401)
      const second = await refreshed(first.refreshToken)
      expect(await whoAmI(second.token)).toBe(200)
      expect(second.expiresAt).toBe(endsAt)
      ahead(12 * 60 * minuteMs)
      expect(await refusalOf(await refresh(second.refreshToken))).toEqual([401, 'SESSION_ENDED'])
    }))

  test('of a session that ends sooner ends with it', () =>
    withClock(async (ahead) => {
      let held: HeldTokens = await person()
      ahead(12 * 60 * minuteMs - 5 * minuteMs)
      held = await refreshed(held.refreshToken)
      expect(held.tokenExpiresAt <= held.expiresAt).toBe(true)
      expect(Date.parse(held.expiresAt) - Date.parse(held.tokenExpiresAt)).toBeLessThan(1_000)
    }))
})

describe('a refresh token', () => {
  test('that comes again within the grace gives the same once more: two tabs, a lost answer', async () => {
    const { refreshToken } = await person()
    const answers = await Promise.all(Array.from({ length: 10 }, () => refreshed(refreshToken)))
    expect(new Set(answers.map((one) => one.refreshToken)).size).toBe(1)
    const [one] = answers
    expect(one?.refreshToken).not.toBe(refreshToken)
    const next = await refreshed(one?.refreshToken ?? '')
    expect(await refreshed(refreshToken)).toMatchObject({ refreshToken: next.refreshToken })
    for (const { token } of [...answers, next]) expect(await whoAmI(token)).toBe(200)
  })

  test('that comes again later is in two hands: the session ends for both', () =>
    withClock(async (ahead) => {
      const stolen = await person()
      const honest = await refreshed(stolen.refreshToken)
      ahead(31_000)
      expect(await whoAmI(honest.token)).toBe(200)
      expect(await refusalOf(await refresh(stolen.refreshToken))).toEqual([401, 'SESSION_ENDED'])
      expect(await whoAmI(honest.token)).toBe(401)
      expect(await refusalOf(await refresh(honest.refreshToken))).toEqual([401, 'SESSION_ENDED'])
    }))

  test('that nobody gave is refused, and ends nothing', async () => {
    const { token, refreshToken } = await person()
    const [session, , mac] = refreshToken.split('.')
    for (const forged of [
      `${session}.1.${mac}`,
      `${session}.0.${'A'.repeat(43)}`,
      `${session}.0`,
      'x',
      '',
      token,
    ]) {
      expect(await refusalOf(await refresh(forged)), forged).toEqual([
        forged.length > 200 ? 400 : 401,
        forged.length > 200 ? 'BAD_USER_INPUT' : 'SESSION_ENDED',
      ])
    }
    expect(await whoAmI(token)).toBe(200)
    expect(await whoAmI(refreshToken)).toBe(401)
  })
})

describe('the desk, by cookie', () => {
  const signIn = async (email: string, password: string) => {
    const response = await post(`${url}/auth/sign-in`, { email, password })
    return { response, cookies: cookiesOf(response) }
  }
  const send = (path: string, cookies: Record<string, string>, headers: Record<string, string> = {}) =>
    post(`${url}${path}`, {}, undefined, {
      cookie: Object.entries(cookies)
        .map((pair) => pair.join('='))
        .join('; '),
      'x-csrf': 'desk',
      ...headers,
    })

  test('refreshes by a cookie that travels to one place only and that no script reads', async () => {
    const { email, password } = { email: adminEmail, password: adminPassword }
    const { response, cookies } = await signIn(email, password)
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('throughline_refresh='))
    expect(set).toMatch(/; Path=\/auth\/refresh;.*; HttpOnly; SameSite=Strict/)
    expect(JSON.stringify(await response.json())).not.toContain(cookies['throughline_refresh'])
    const again = await send('/auth/refresh', cookies)
    expect(again.status).toBe(200)
    const next = cookiesOf(again)
    expect(next['throughline_refresh']).not.toBe(cookies['throughline_refresh'])
    expect(JSON.stringify(await again.json())).not.toContain(next['throughline_refresh'])
    const me = await fetch(`${url}/auth/me`, {
      headers: { cookie: `throughline_session=${next['throughline_session']}` },
    })
    expect(me.status).toBe(200)
  })

  test('is not refreshed by another site', async () => {
    const { cookies } = await signIn(adminEmail, adminPassword)
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'x-csrf': '' }]
    for (const headers of foreign) {
      expect((await send('/auth/refresh', cookies, headers)).status).toBe(403)
    }
  })

  test('signs out also when its token has expired, and both cookies go', () =>
    withClock(async (ahead) => {
      const { cookies } = await signIn(adminEmail, adminPassword)
      ahead(16 * minuteMs)
      const out = await send('/auth/sign-out', { throughline_session: cookies['throughline_session'] ?? '' })
      expect(out.status).toBe(204)
      expect(cookiesOf(out)).toEqual({ throughline_session: '', throughline_refresh: '' })
      expect(await refusalOf(await send('/auth/refresh', cookies))).toEqual([401, 'SESSION_ENDED'])
    }))
})

describe('sessions', () => {
  interface Listed {
    sessions: Array<{ id: string; current: boolean; userAgent?: string }>
  }
  const list = async (token: string) => {
    const response = await fetch(`${url}/auth/sessions`, { headers: { authorization: `Bearer ${token}` } })
    return ((await response.json()) as Listed).sessions
  }

  test('are listed for their owner alone, who can end another one', async () => {
    const here = await person()
    const there = await signInFor(url, here.account.email, here.password)
    const stranger = await person()
    const sessions = await list(here.token)
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
    expect(JSON.stringify(sessions)).not.toContain(there.refreshToken.split('.')[2])
    const other = sessions.find(({ current }) => !current)?.id
    expect(await refusalOf(await post(`${url}/auth/sessions/${other}/sign-out`, {}, stranger.token))).toEqual(
      [404, 'NOT_FOUND'],
    )
    expect((await post(`${url}/auth/sessions/${other}/sign-out`, {}, here.token)).status).toBe(204)
    expect(await whoAmI(there.token)).toBe(401)
    expect(await refusalOf(await refresh(there.refreshToken))).toEqual([401, 'SESSION_ENDED'])
    expect(await whoAmI(here.token)).toBe(200)
  })

  test('end everywhere at once', async () => {
    const here = await person()
    const there = await signInFor(url, here.account.email, here.password)
    const stranger = await person()
    expect((await post(`${url}/auth/sign-out?everywhere=true`, {})).status).toBe(401)
    expect((await post(`${url}/auth/sign-out?everywhere=true`, {}, here.token)).status).toBe(204)
    expect([await whoAmI(here.token), await whoAmI(there.token)]).toEqual([401, 401])
    expect(await whoAmI(stranger.token)).toBe(200)
  })
})

describe('a password', () => {
  const change = (token: string, currentPassword: string, newPassword: string) =>
    post(`${url}/auth/password`, { currentPassword, newPassword }, token)

  test('is changed by whoever knows it, and the other sessions end', async () => {
    const here = await person()
    const there = await signInFor(url, here.account.email, here.password)
    expect(await refusalOf(await change(here.token, 'not the password', 'a new one for me'))).toEqual([
      403,
      'PASSWORD_WRONG',
    ])
    expect((await change(here.token, here.password, 'a new one for me')).status).toBe(204)
    expect([await whoAmI(here.token), await whoAmI(there.token)]).toEqual([200, 401])
    expect((await refresh(here.refreshToken)).status).toBe(200)
    expect((await refresh(there.refreshToken)).status).toBe(401)
    const old = await post(`${url}/auth/sign-in`, { email: here.account.email, password: here.password })
    expect(old.status).toBe(401)
    await signInFor(url, here.account.email, 'a new one for me')
  })

  test.each(['too short', 'Password1234', 'aaaaaaaaaaaaaaaa'])('is not %j', async (newPassword) => {
    const here = await person()
    expect(await refusalOf(await change(here.token, here.password, newPassword))).toEqual([
      400,
      'BAD_USER_INPUT',
    ])
    const account = { email: 'person@front.test', password: newPassword, name: 'P', roles: ['agent'] }
    expect((await post(`${url}/auth/accounts`, account, admin)).status).toBe(400)
  })

  test('of two changes at once one wins', async () => {
    const here = await person()
    const changes = await Promise.all(
      ['first of two', 'other of two'].map((one) => change(here.token, here.password, one)),
    )
    expect(changes.map(({ status }) => status).sort()).toEqual([204, 403])
  })
})
