import { afterEach, expect, test, vi } from 'vitest'
import { fetchSignedIn, renewSession } from './renew-session.ts'

/** A server that knows one good token; `/auth/refresh` gives it where the session goes on. */
function server({ goesOn }: { goesOn: boolean }) {
  const asked: string[] = []
  let fresh = false
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (path === '/auth/refresh') {
      fresh = goesOn
      return new Response(null, { status: goesOn ? 200 : 401 })
    }
    return new Response(null, { status: fresh ? 200 : 401 })
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

test('an expired token is renewed once for all who ask at the same moment', async () => {
  const asked = server({ goesOn: true })
  const answers = await Promise.all([fetchSignedIn('/a'), fetchSignedIn('/b'), fetchSignedIn('/c')])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(asked.filter((path) => path === '/auth/refresh')).toHaveLength(1)
})

test('a sign-in that has ended stays ended, and is asked for once', async () => {
  const asked = server({ goesOn: false })
  expect((await fetchSignedIn('/a')).status).toBe(401)
  expect(asked).toEqual(['/a', '/auth/refresh'])
})

test('a server that cannot tell ends no sign-in', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
  await expect(renewSession()).rejects.toThrow('503')
})
