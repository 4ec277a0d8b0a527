import { expect, test } from 'vitest'
import { figuresOf } from './contact-figures.ts'
import { emptyTally } from './contact-tally.ts'
import { nearestRank } from './nearest-rank.ts'

test.each([
  [[], 0.9, null],
  [[7], 0.9, 7],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  [[15, 20, 35, 40, 50], 0.3, 20],
  [[15, 20, 35, 40, 50], 1, 50],
  [[15, 20, 35, 40, 50], 0.000_1, 15],
])('of %j the share %d is %s', (sorted, share, expected) => {
  expect(nearestRank(sorted, share)).toBe(expected)
})

test('of nothing nothing is measured', () => {
  expect(figuresOf(emptyTally)).toEqual({
    offered: 0,
    answered: 0,
    abandoned: 0,
    waiting: 0,
    serviceLevel: { ratio: null, met: 0, missed: 0 },
    averageSpeedOfAnswer: null,
    medianTimeToAnswer: null,
    p90TimeToAnswer: null,
    averageHandleTime: null,
    messagesIn: 0,
    messagesOut: 0,
  })
})

test.each([
  [[4_000], 4_000, 4_000, 4_000],
  [[10_000, 1_000], 5_500, 5_500, 10_000],
  // As numbers, and not as texts, 9,000 comes before 10,000.
  [[10_000, 9_000, 200_000], 73_000, 10_000, 200_000],
  [[1, 2], 2, 2, 2],
])('answers after %j ms', (answerMs, average, median, p90) => {
  const figures = figuresOf({ ...emptyTally, answerMs })
  expect([figures.averageSpeedOfAnswer, figures.medianTimeToAnswer, figures.p90TimeToAnswer]).toEqual([
    average,
    median,
    p90,
  ])
})

test.each([
  [3, 1, 0.75],
  [0, 2, 0],
  [2, 0, 1],
  [0, 0, null],
])('%d met and %d missed give a service level of %s', (slaMet, slaMissed, ratio) => {
  expect(figuresOf({ ...emptyTally, slaMet, slaMissed }).serviceLevel.ratio).toBe(ratio)
})

test('handling time is the mean over the finished ones', () => {
  expect(figuresOf({ ...emptyTally, answered: 9, handled: 2, handleMs: 90_000 }).averageHandleTime).toBe(
    45_000,
  )
})
