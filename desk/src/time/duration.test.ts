import { expect, test } from 'vitest'
import { durationMs } from './duration.ts'

test.each([
  ['PT20S', 20_000],
  ['PT14.2S', 14_200],
  ['PT3M', 180_000],
  ['P1DT2H', 93_600_000],
  ['PT0S', 0],
  ['3 minutes', undefined],
  [null, undefined],
])('%s is %s ms', (duration, ms) => expect(durationMs(duration)).toBe(ms))
