import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { erlangC, serversNeeded, waitingProbability } from './erlang-c.ts'

const minuteMs = 60_000
/** Arrivals an hour that offer so many erlangs, with contacts of three minutes. */
const line = (offeredLoad: number, servers: number) => ({
  arrivalsPerHour: offeredLoad * 20,
  handleTimeMs: 3 * minuteMs,
  servers,
})

/** C(s, a) in exact arithmetic: both sides of the definition as whole numbers, with the load as a fraction. */
function definition(servers: number, [over, under]: readonly [bigint, bigint]): number {
  const s = BigInt(servers)
  const factorials = Array.from({ length: servers + 1 }, (_, n) => n).reduce<bigint[]>(
    (all, n) => [...all, n === 0 ? 1n : (all[n - 1] ?? 1n) * BigInt(n)],
    [],
  )
  const factorial = (n: number) => factorials[n] ?? 1n
  // All terms over the common denominator s! · under^s.
  const term = (n: number) =>
    over ** BigInt(n) * under ** BigInt(servers - n) * (factorial(servers) / factorial(n))
  // a^s/s! · s/(s − a), with the factor s/(s − a) = s·under/(s·under − over).
  const [factorOver, factorUnder] = [s * under, s * under - over]
  const waits = term(servers) * factorOver
  const below = Array.from({ length: servers }, (_, n) => term(n)).reduce((sum, one) => sum + one, 0n)
  const scale = 10n ** 15n
  return Number((waits * scale) / (below * factorUnder + waits)) / 1e15
}

test.each([
  // One server: the probability to wait is the load. Two: a² / (2 + a).
  [1, 0.5, 0.5],
  [2, 1, 1 / 3],
  [2, 1.5, 2.25 / 3.5],
])('of %i servers with %d erlangs, a contact waits with probability %d', (servers, load, probability) => {
  expect(waitingProbability(servers, load)).toBeCloseTo(probability, 10)
})

test('it gives the figures of published worked examples', () => {
  // "The Erlang-C formula", mitan.co.uk: 360 calls in half an hour, four minutes each, 55 agents, target 15 s.
  const first = erlangC({ arrivalsPerHour: 720, handleTimeMs: 4 * minuteMs, servers: 55 }, 15_000)
  expect(first.offeredLoad).toBeCloseTo(48, 10)
  expect(first.occupancy).toBeCloseTo(0.873, 3)
  expect(first.waitingProbability).toBeCloseTo(0.239, 3)
  expect(first.expectedWaitMs / 1_000).toBeCloseTo(8.2, 1)
  expect(first.serviceLevel).toBeCloseTo(0.845, 2)
  // "Erlang C formula made simple", callcentrehelper.com: 200 calls an hour, three minutes each, 14 agents, target 20 s.
  const second = erlangC({ arrivalsPerHour: 200, handleTimeMs: 3 * minuteMs, servers: 14 }, 20_000)
  expect(second.waitingProbability).toBeCloseTo(0.174, 3)
  expect(second.expectedWaitMs / 1_000).toBeCloseTo(7.8, 1)
  expect(second.serviceLevel).toBeCloseTo(0.888, 3)
  expect(second.occupancy).toBeCloseTo(0.714, 3)
})

describe('against the definition in exact arithmetic', () => {
  test.each([
    [1, [1n, 3n]],
    [7, [5n, 1n]],
    [40, [71n, 2n]],
    [200, [190n, 1n]],
    [500, [999n, 2n]],
  ] as const)('of %i servers', (servers, load) => {
    const exact = definition(servers, load)
    expect(waitingProbability(servers, Number(load[0]) / Number(load[1])) / exact).toBeCloseTo(1, 10)
  })
})

test('it stays a probability, grows with load and falls with servers, for thousands of servers too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (servers, occupancy) => {
        const load = servers * occupancy
        const waits = waitingProbability(servers, load)
        expect(waits).toBeGreaterThanOrEqual(0)
        expect(waits).toBeLessThanOrEqual(1)
        expect(waitingProbability(servers, load * 0.9)).toBeLessThanOrEqual(waits)
        expect(waitingProbability(servers + 1, load)).toBeLessThanOrEqual(waits)
      },
    ),
    { numRuns: 300 },
  )
})

test('the mean wait is the integral over the tail of the service level', () => {
  const busy = line(28, 30)
  const stepMs = 50
  let integral = 0
  for (let t = 0; t < 60 * minuteMs; t += stepMs) {
    integral += (1 - erlangC(busy, t + stepMs / 2).serviceLevel) * stepMs
  }
  expect(integral / erlangC(busy, 0).expectedWaitMs).toBeCloseTo(1, 4)
})

test('a line that is offered more than it can do grows without end; an empty one waits for nobody', () => {
  expect(erlangC(line(10, 10), 20_000)).toEqual({
    offeredLoad: 10,
    occupancy: 1,
    waitingProbability: 1,
    expectedWaitMs: Infinity,
    serviceLevel: 0,
  })
  expect(erlangC(line(0, 3), 20_000)).toMatchObject({
    waitingProbability: 0,
    expectedWaitMs: 0,
    serviceLevel: 1,
  })
  expect(serversNeeded(line(0, 0), 20_000, 0.8)).toBe(0)
})

test('as many servers as are needed, and not one more', () => {
  expect(serversNeeded({ arrivalsPerHour: 200, handleTimeMs: 3 * minuteMs }, 20_000, 0.8)).toBe(14)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60_000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (arrivalsPerHour, goal) => {
        const offered = { arrivalsPerHour, handleTimeMs: 3 * minuteMs }
        const servers = serversNeeded(offered, 20_000, goal)
        expect(erlangC({ ...offered, servers }, 20_000).serviceLevel).toBeGreaterThanOrEqual(goal)
        if (servers > 0) {
          expect(erlangC({ ...offered, servers: servers - 1 }, 20_000).serviceLevel).toBeLessThan(goal)
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(() => serversNeeded(line(1, 0), 20_000, 1)).toThrow(RangeError)
})
