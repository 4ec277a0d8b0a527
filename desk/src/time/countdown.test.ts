import { expect, test } from 'vitest'
import { clockFigure, countdown } from './countdown.ts'

const at = (offsetMs: number) => Date.parse('2026-11-23T12:00:00.000Z') + offsetMs
const iso = (offsetMs: number) => new Date(at(offsetMs)).toISOString()

test.each([
  [0, 1, '0:20'],
  [1, 0.999_95, '0:20'],
  [10_000, 0.5, '0:10'],
  [19_001, 0.049_95, '0:01'],
  [20_000, 0, '0:00'],
  [20_999, 0, '0:00'],
  [21_000, 0, '+0:01'],
  [95_000, 0, '+1:15'],
])('a call due 20 s after noon, %i ms after noon: %f left, %s', (passedMs, share, figure) => {
  const shown = countdown(iso(0), iso(20_000), at(passedMs))
  expect(shown.figure).toBe(figure)
  expect(shown.share).toBeCloseTo(share, 4)
})

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [750_000, '12:30'],
  [3_909_000, '1:05:09'],
])('%i ms read %s', (ms, figure) => expect(clockFigure(ms)).toBe(figure))

test('a clock without length has nothing left', () => {
  expect(countdown(iso(0), iso(0), at(0)).share).toBe(0)
})
