import { Redis } from 'ioredis'
import { afterAll, expect, test, vi } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { testPrefix } from '#platform/testkit/test-config.ts'
import { RequestRates } from './request-rates.ts'

const valkey = new Redis(process.env.VALKEY_URL as string)
const log = createLogger('test', 'silent')
const prefix = testPrefix()
afterAll(async () => {
  const keys = await valkey.keys(`{${prefix}}*`)
  for (const key of keys) expect(await valkey.pttl(key)).toBeGreaterThan(0)
  if (keys.length) await valkey.del(keys)
  valkey.disconnect()
})

/** How many of so many requests pass, all at the same moment. */
async function passing(
  rates: RequestRates[],
  key: string,
  perMinute: number,
  requests: number,
): Promise<number> {
  const asked = Array.from({ length: requests }, async (_, n) =>
    (rates[n % rates.length] as RequestRates).take(key, perMinute),
  )
  const settled = await Promise.allSettled(asked)
  for (const one of settled) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'RATE_LIMITED', status: 429 })
  }
  return settled.filter(({ status }) => status === 'fulfilled').length
}

test('over four routers no more pass than one bucket holds, and what flows into it meanwhile', async () => {
  const routers = Array.from({ length: 4 }, () => new RequestRates({ valkey, prefix, log }))
  const began = performance.now()
  const passed = await passing(routers, 'shared', 600, 2_000)
  const flowed = ((performance.now() - began) / 60_000) * 600
  expect(passed).toBeLessThanOrEqual(600 + Math.ceil(flowed))
  expect(passed).toBeGreaterThanOrEqual(600 - 4 * 30)
})

test('keys do not share a bucket, and the store is asked once for many requests', async () => {
  const rates = new RequestRates({ valkey, prefix, log })
  const asked = vi.spyOn(valkey, 'eval')
  const all = async () => {
    for (let n = 0; n < 2_000; n++) await rates.take('one', 1_000)
  }
  await expect(all()).rejects.toMatchObject({ code: 'RATE_LIMITED', parameters: { retryAfterSec: 1 } })
  expect(asked.mock.calls.length).toBeLessThan(200)
  await rates.take('other', 1_000)
})

test('a bucket of one says when the next may come', async () => {
  const rates = new RequestRates({ valkey, prefix, log })
  await rates.take('slow', 1)
  await expect((async () => rates.take('slow', 1))()).rejects.toMatchObject({
    parameters: { retryAfterSec: 60 },
  })
})

test('without the store a router bounds for itself', async () => {
  const gone = new Redis(process.env.VALKEY_URL as string, { maxRetriesPerRequest: 0, retryStrategy: null })
  gone.on('error', () => undefined)
  gone.disconnect()
  const rates = new RequestRates({ valkey: gone, prefix, log })
  expect(await passing([rates], 'alone', 60, 200)).toBe(60)
})
