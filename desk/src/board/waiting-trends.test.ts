import { expect, test } from 'vitest'
import { trendMs, WaitingTrends } from './waiting-trends.ts'

const stepMs = 20_000
const noon = Date.parse('2026-11-23T12:00:00.000Z')

/** A queue's line after these states, each at so many steps after noon. */
function lineOf(...states: readonly (readonly [step: number, waiting: number])[]) {
  const trends = new WaitingTrends()
  for (const [step, waitingCount] of states) trends.note(noon + step * stepMs, [{ id: 'q', waitingCount }])
  return trends.of('q')
}

test.each([
  ['one state makes no line', [[0, 4]], undefined],
  [
    'each step shows the most that waited in it',
    [
      [0, 4],
      [0.5, 7],
      [0.9, 2],
      [1, 3],
    ],
    [7, 3],
  ],
  [
    'a state holds until the next one',
    [
      [0, 4],
      [3, 1],
    ],
    [4, 4, 4, 1],
  ],
  [
    'an older state changes nothing',
    [
      [0, 4],
      [2, 5],
      [1, 9],
    ],
    [4, 4, 5],
  ],
] as const)('%s', (_name, states, line) => expect(lineOf(...states)).toEqual(line))

test('a line reaches back over its time and no further, also after a long silence', () => {
  const line = lineOf([0, 1], [1, 2], [10_000, 3])
  expect(line).toHaveLength(trendMs / stepMs)
  expect(line?.at(0)).toBe(2)
  expect(line?.at(-1)).toBe(3)
})

test('queues that are gone are forgotten', () => {
  const trends = new WaitingTrends()
  trends.note(noon, [{ id: 'q', waitingCount: 1 }])
  trends.note(noon + stepMs, [])
  trends.note(noon + 2 * stepMs, [{ id: 'q', waitingCount: 5 }])
  expect(trends.of('q')).toBeUndefined()
})
