import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TokenBuckets } from './token-buckets.ts'

test('a bucket is spent, fills up evenly, and says when', () => {
  let now = 0
  const buckets = new TokenBuckets(60, 10, () => now)
  for (let n = 0; n < 60; n++) expect(buckets.take('a')).toBe(0)
  expect(buckets.take('a')).toBe(1_000)
  expect(buckets.take('b')).toBe(0)
  now = 400
  expect(buckets.take('a')).toBe(600)
  now = 1_000
  expect(buckets.take('a')).toBe(0)
  expect(buckets.take('a')).toBe(1_000)
})

test('of no key more passes than its bucket and what flowed into it', () => {
  const steps = fc.array(fc.nat({ max: 5_000 }), { maxLength: 400 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), steps, (perMinute, pauses) => {
      let now = 0
      const buckets = new TokenBuckets(perMinute, 10, () => now)
      let passed = 0
      for (const pause of pauses) {
        now += pause
        if (buckets.take('a') === 0) passed++
      }
      expect(passed).toBeLessThanOrEqual(perMinute + (now * perMinute) / 60_000 + 1e-6)
    }),
  )
})

test('only so many keys are remembered', () => {
  const buckets = new TokenBuckets(1, 2, () => 0)
  for (const key of ['a', 'b', 'c']) expect(buckets.take(key)).toBe(0)
  expect(buckets.take('c')).toBeGreaterThan(0)
  expect(buckets.take('a')).toBe(0)
})
