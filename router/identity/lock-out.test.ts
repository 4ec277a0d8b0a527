import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import type { IdentityContext } from './identity-context.ts'
import { countFailure, forgetFailures, refuseWhileLocked } from './lock-out.ts'

let service: TestService
let ctx: IdentityContext
beforeAll(async () => {
  service = await createTestService({ name: 'lock-out', working: false })
  ctx = service.ctx as unknown as IdentityContext
})
afterAll(() => service.stop())

const fail = async (email: string, address: string, times: number) => {
  for (let count = 0; count < times; count++) await countFailure(ctx, email, address)
}
const isLocked = (email: string, address: string) =>
  refuseWhileLocked(ctx, email, address).then(
    () => false,
    (error: { code?: string }) => error.code === 'RATE_LIMITED',
  )
const somebody = () => `${randomBytes(6).toString('hex')}@lock.test`

test('whoever guesses is locked out, and not the owner at another address', async () => {
  const email = somebody()
  await fail(email, '192.0.2.1', 6)
  expect(await isLocked(email, '192.0.2.1')).toBe(true)
  expect(await isLocked(email, '192.0.2.2')).toBe(false)
  expect(await isLocked(somebody(), '192.0.2.1')).toBe(false)
})

test('changing the address within one’s own block does not help', async () => {
  const email = somebody()
  for (let at = 1; at <= 6; at++) await fail(email, `2001:db8:1:2::${at}`, 1)
  expect(await isLocked(email, '2001:db8:1:2::ffff')).toBe(true)
  expect(await isLocked(email, '2001:db8:1:3::1')).toBe(false)
})

test('many addresses together are locked out too, but never where the owner has signed in before', async () => {
  const email = somebody()
  await forgetFailures(ctx, email, '198.51.100.1')
  for (let at = 0; at < 101; at++) await fail(email, `203.0.113.${at}`, 1)
  expect(await isLocked(email, '203.0.113.200')).toBe(true)
  expect(await isLocked(email, '198.51.100.1')).toBe(false)
  await fail(email, '198.51.100.1', 6)
  expect(await isLocked(email, '198.51.100.1')).toBe(true)
})

test('a right password forgets the failures of its address', async () => {
  const email = somebody()
  await fail(email, '192.0.2.9', 5)
  await forgetFailures(ctx, email, '192.0.2.9')
  await fail(email, '192.0.2.9', 5)
  expect(await isLocked(email, '192.0.2.9')).toBe(false)
})
