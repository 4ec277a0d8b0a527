import { expect, test } from 'vitest'
import { formatDuration, parseDurationMs } from './duration.ts'

test.each([
  ['PT20S', 20_000],
  ['PT3M', 180_000],
  ['PT1M30.5S', 90_500],
  ['P1DT12H', 129_600_000],
  ['P2W', 1_209_600_000],
  ['PT0S', 0],
] as const)('%s is %i ms', (text, durationMs) => {
  expect(parseDurationMs(text)).toBe(durationMs)
  expect(parseDurationMs(formatDuration(durationMs))).toBe(durationMs)
})

test.each(['', 'P', 'PT', '3M', 'P1M', 'P1Y', 'PT-3M', 'PT3M ', 'P1DT'])('%j is refused', (text) => {
  expect(() => parseDurationMs(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
})
