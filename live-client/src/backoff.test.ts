import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'
import { defaultTimings } from './timings.ts'

test.each([
  [0, 500],
  [1, 1_000],
  [4, 8_000],
  [5, 15_000],
  [5_000, 15_000],
])('attempt %i waits up to %i ms', (attempt, most) => {
  expect(backoffMs(defaultTimings, attempt, () => 0)).toBe(0)
  expect(backoffMs(defaultTimings, attempt, () => 0.5)).toBe(most / 2)
  expect(backoffMs(defaultTimings, attempt, () => 0.999_999)).toBeCloseTo(most, 0)
})

test('without a source of chance it waits by chance', () => {
  expect(new Set(Array.from({ length: 20 }, () => backoffMs(defaultTimings, 5))).size).toBeGreaterThan(1)
})
