import { expect, test } from 'vitest'
import { longestDelayMs, reconnectDelayMs } from './reconnect-delay.ts'

test.each([
  [0, 250, 500],
  [1, 500, 1_000],
  [4, 4_000, 8_000],
  [50, longestDelayMs / 2, longestDelayMs],
])('attempt %i waits between %i and %i ms', (attempt, least, most) => {
  expect(reconnectDelayMs(attempt, () => 0)).toBe(least)
  expect(reconnectDelayMs(attempt, () => 0.999_999)).toBeCloseTo(most, 0)
})
