import { generateKeyPairSync } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createIssuer } from './issuer.ts'
import { issuerKey } from './issuer-key.ts'

const key = (kid: string) => {
  const { d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return issuerKey({ d, kid })
}
const now = () => new Date('2026-11-25T12:00:00.000Z')
const inAnHour = new Date(now().getTime() + 3_600_000)
const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' })

test('a signature is checked once, and again after what it stands on was revoked', async () => {
  const issuer = createIssuer([key('k')], now)
  const token = await issuer.issueStaff('account', 'session', inAnHour)
  const visitor = await issuer.issueVisitor({ visitorId: 'visitor', visitId: 'visit' }, inAnHour)
  const checks = vi.spyOn(crypto.subtle, 'verify')
  const checked = async (given: string) => {
    const before = checks.mock.calls.length
    await issuer.verify(given)
    return checks.mock.calls.length - before
  }
  expect([await checked(token), await checked(token), await checked(visitor)]).toEqual([1, 0, 1])
  issuer.forget('session:another')
  issuer.forget('visit:another')
  expect([await checked(token), await checked(visitor)]).toEqual([0, 0])
  for (const subject of ['session:session', 'account:account'] as const) {
    issuer.forget(subject)
    expect([await checked(token), await checked(visitor)]).toEqual([1, 0])
  }
  issuer.forget('visit:visit')
  expect([await checked(token), await checked(visitor)]).toEqual([0, 1])
})

test('an older key still reads; one that is gone, or only named like ours, does not', async () => {
  const [older, newer] = [key('older'), key('newer')]
  const token = await createIssuer([older], now).issueStaff('account', 'session', inAnHour)
  expect(await createIssuer([newer, older], now).verify(token)).toMatchObject({ sid: 'session' })
  await expect(createIssuer([newer], now).verify(token)).rejects.toEqual(refused)
  await expect(createIssuer([key('older')], now).verify(token)).rejects.toEqual(refused)
})

test('of a token that has expired only the session is told, to end it', async () => {
  const issuer = createIssuer([key('k')], now)
  const token = await issuer.issueStaff('account', 'session', new Date(now().getTime() - 60_000))
  await expect(issuer.verify(token)).rejects.toEqual(refused)
  expect(await issuer.sessionToEnd(token)).toBe('session')
  expect(await issuer.sessionToEnd(`${token.slice(0, -8)}AAAAAAAA`)).toBeUndefined()
  const visitor = await issuer.issueVisitor({ visitorId: 'v', visitId: 'v' }, inAnHour)
  expect(await issuer.sessionToEnd(visitor)).toBeUndefined()
})
