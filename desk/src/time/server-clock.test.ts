import { expect, test } from 'vitest'
import { clockOffset } from './server-clock.ts'

const noon = Date.parse('2026-11-23T12:00:00.000Z')
const header = 'Mon, 23 Nov 2026 12:00:00 GMT'

test.each([
  ['right, quick answer', 0, 40, 0],
  ['right, at the end of the header’s second', 980, 1_020, 0],
  ['right, but the answer took nine seconds', -8_900, 100, 0],
  ['two minutes behind', -120_000, -119_960, 120_480],
  ['two minutes ahead', 120_000, 120_040, -119_520],
])('a clock that is %s', (_case, sentMs, receivedMs, offsetMs) => {
  const learnt = clockOffset({ date: header, sentAtMs: noon + sentMs, receivedAtMs: noon + receivedMs })
  expect(learnt?.offsetMs).toBe(offsetMs)
})

test('without a date nothing is learnt', () => {
  expect(clockOffset({ date: null, sentAtMs: noon, receivedAtMs: noon })).toBeUndefined()
})
