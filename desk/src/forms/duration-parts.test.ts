import { expect, test } from 'vitest'
import { durationMs } from '../time/duration.ts'
import { durationParts, isoDuration } from './duration-parts.ts'

test.each([
  ['PT20S', { amount: 20, unit: 'second' }],
  ['PT3M', { amount: 3, unit: 'minute' }],
  ['PT90S', { amount: 90, unit: 'second' }],
  ['PT120S', { amount: 2, unit: 'minute' }],
  ['PT24H', { amount: 1, unit: 'day' }],
  ['PT36H', { amount: 36, unit: 'hour' }],
  ['PT0S', { amount: 0, unit: 'second' }],
  ['PT1.5S', { amount: 1.5, unit: 'second' }],
  [null, undefined],
  ['soon', undefined],
] as const)('%s reads as %j', (duration, parts) => {
  expect(durationParts(duration)).toEqual(parts)
  if (parts) expect(durationMs(isoDuration(parts))).toBe(durationMs(duration))
})
