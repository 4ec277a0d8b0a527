import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureDemand, availabilityOf } from './measure-demand.ts'
import { measureGap, severities } from './measure-gap.ts'
import { requiredAgents } from './required-agents.ts'

const minuteMs = 60_000
const demand = (more: object = {}) => ({
  arrivals: 100,
  workMs: 0,
  busyHourLoad: 0,
  slaMissed: 0,
  waiting: 0,
  handleMs: 5 * minuteMs,
  targetMs: 30 * minuteMs,
  ...more,
})
const supply = (holders: number, more: object = {}) => ({
  holders,
  onDuty: holders,
  availability: 1,
  effectiveAgents: holders,
  holdersIn30Days: holders,
  expiringSoon: 0,
  ...more,
})

test.each([
  ['nobody asks', { arrivals: 0 }, 0],
  ['somebody waits', { arrivals: 0, waiting: 1 }, 1],
  ['one contact a day', { busyHourLoad: 0.01 }, 1],
  ['85 % busy is the most where there is time', { busyHourLoad: 8.5 }, 10],
  ['a little more is one more', { busyHourLoad: 8.51 }, 11],
  // 200 calls an hour of three minutes, 20 s: Erlang C wants 14 (callcentrehelper.com), 85 % would be 12.
  ['calls need more', { busyHourLoad: 10, handleMs: 3 * minuteMs, targetMs: 20_000 }, 14],
] as const)('%s', (_name, more, required) => {
  expect(requiredAgents(demand(more))).toBe(required)
})

test.each([
  ['met', demand({ busyHourLoad: 8.5 }), supply(10), 0, 'NONE'],
  [
    'met, but some of it expires',
    demand({ busyHourLoad: 8.5 }),
    supply(10, { holdersIn30Days: 9 }),
    0,
    'LOW',
  ],
  ['one of ten is missing', demand({ busyHourLoad: 8.5 }), supply(9), 1, 'MEDIUM'],
  ['three of ten', demand({ busyHourLoad: 8.5 }), supply(7), 3, 'HIGH'],
  ['five of ten', demand({ busyHourLoad: 8.5 }), supply(5), 5, 'CRITICAL'],
  ['half of ten are there', demand({ busyHourLoad: 8.5 }), supply(10, { availability: 0.5 }), 5, 'CRITICAL'],
  ['a tenth too late', demand({ slaMissed: 10 }), supply(10), 0, 'MEDIUM'],
  ['a fifth too late', demand({ slaMissed: 20 }), supply(10), 0, 'HIGH'],
  ['late, of too few to say', demand({ arrivals: 4, slaMissed: 4 }), supply(10), 0, 'NONE'],
  ['nobody has it', demand({ arrivals: 1 }), supply(0), 1, 'CRITICAL'],
] as const)('%s', (_name, asked, has, missingAgents, severity) => {
  const gap = measureGap(asked, has)
  expect(gap.missingAgents).toBeCloseTo(missingAgents, 10)
  expect(gap.severity).toBe(severity)
})

test('more holders never make a gap worse, more load never a smaller one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 200, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (busyHourLoad, holders, slaMissed, availability) => {
        const asked = demand({ busyHourLoad, slaMissed })
        const gap = measureGap(asked, supply(holders, { availability }))
        const more = measureGap(asked, supply(holders + 1, { holdersIn30Days: holders + 1, availability }))
        const busier = measureGap(
          demand({ busyHourLoad: busyHourLoad + 1, slaMissed }),
          supply(holders, { availability }),
        )
        const bad = ({ severity }: typeof gap) => severities.indexOf(severity)
        expect(more.missingAgents).toBeLessThanOrEqual(gap.missingAgents)
        expect(bad(more)).toBeLessThanOrEqual(bad(gap))
        expect(busier.missingAgents).toBeGreaterThanOrEqual(gap.missingAgents)
        expect(gap.missingAgents).toBeLessThanOrEqual(gap.requiredAgents)
      },
    ),
  )
})

const hourMs = 3_600_000
const row = (level: number, arrivals: number, agents: number, more: object = {}) => ({
  levels: [
    {
      level,
      arrivals,
      slaMissed: 1,
      workMs: hourMs,
      loadMs: agents * hourMs,
      targetMs: arrivals * 1_000,
      ...more,
    },
  ],
  holders: [4, 4, 4, 1, 1],
  onDuty: [1, 1, 1, 1, 1],
})

test('of hours the busiest counts, of days the mean of their busiest hours, without days on which nobody asked', () => {
  const hours = [row(1, 10, 2), row(1, 20, 6), row(3, 10, 4)]
  expect(measureDemand(hours, 'HOUR', 1, 7)).toEqual({
    arrivals: 40,
    workMs: 3 * hourMs,
    busyHourLoad: 6,
    slaMissed: 3,
    waiting: 7,
    targetMs: 1_000,
    handleMs: (12 / 40) * hourMs,
  })
  expect(measureDemand(hours, 'HOUR', 2, 0)).toMatchObject({ arrivals: 10, busyHourLoad: 4 })
  const days = [
    row(1, 10, 20, { peakLoadMs: 4 * hourMs }),
    row(1, 10, 20, { peakLoadMs: 8 * hourMs }),
    { levels: [], holders: [0, 0, 0, 0, 0], onDuty: [0, 0, 0, 0, 0] },
  ]
  expect(measureDemand(days, 'DAY', 1, 0).busyHourLoad).toBe(6)
  expect(measureDemand([], 'DAY', 1, 0)).toMatchObject({
    arrivals: 0,
    busyHourLoad: 0,
    targetMs: 0,
    handleMs: 0,
  })
  expect([availabilityOf(hours, 3), availabilityOf(hours, 4), availabilityOf([], 1)]).toEqual([0.25, 1, 1])
})
