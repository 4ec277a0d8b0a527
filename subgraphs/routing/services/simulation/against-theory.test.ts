import { afterAll, describe, expect, test } from 'vitest'
import { defaultCapacity } from '../core/capacity.ts'
import { createRoutingCore } from '../core/create-routing-core.ts'
import type { SimulatedCentre } from './centre.ts'
import type { Demand } from './demand.ts'
import { estimateControlled } from '../../testing/simulation/control-variates.ts'
import { drawContacts } from './draw-contacts.ts'
import { erlangC } from './erlang-c.ts'
import { simulate } from './simulate.ts'

const targetMs = 20_000
const handleTimeMs = 180_000

/** M/M/s: one queue with one skill, calls without memory, nobody gives up, and nobody is better than another. */
function line(servers: number): SimulatedCentre {
  const needs = [{ skillId: 'voice', minimumProficiency: 1 }]
  return {
    queues: [{ id: 'calls', rings: [{ relaxAfterMs: 0, alternatives: [needs] }] }],
    agents: Array.from({ length: servers }, (_, n) => ({
      id: `agent-${n}`,
      skills: [{ skillId: 'voice', proficiency: 3 }],
      capacity: { ...defaultCapacity },
      duty: [{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER }],
    })),
    answerMs: { VOICE: 0, CHAT: 0, SOCIAL: 0, EMAIL: 0 },
    pace: [],
  }
}

/** The simulated figures of many calls, of which the first tenth is left out, in sixty batches. */
function measure(servers: number, arrivalsPerHour: number, calls: number, seed: number) {
  const demand: Demand = {
    queueId: 'calls',
    mediaType: 'VOICE',
    arrivalsPerHour: [arrivalsPerHour],
    handle: { kind: 'EXPONENTIAL', meanMs: handleTimeMs },
    targetMs,
  }
  const gapMs = 3_600_000 / arrivalsPerHour
  const untilMs = calls * gapMs
  const batch = Math.floor((calls * 0.9) / 60)
  const batches: Array<{ waits: number; inTime: number; handleMs: number; fromMs: number; toMs: number }> = []
  let seen = 0
  const loads = simulate(createRoutingCore(), {
    centre: line(servers),
    contacts: drawContacts([demand], untilMs, seed),
    untilMs,
    seen({ contact, waitMs }) {
      seen += 1
      const at = Math.floor((seen - calls / 10) / batch)
      if (at < 0) return
      const fromMs = contact.arrivesAtMs
      batches[at] ??= { waits: 0, inTime: 0, handleMs: 0, fromMs, toMs: fromMs }
      const one = batches[at]
      one.waits += waitMs > 0 ? 1 / batch : 0
      one.inTime += waitMs <= targetMs ? 1 / batch : 0
      one.handleMs += contact.handleMs / batch
      one.toMs = contact.arrivesAtMs
    },
  })
  const controlled = (figure: 'waits' | 'inTime') =>
    estimateControlled(
      batches.slice(0, 60).map((one) => ({
        value: one[figure],
        // By chance calls were longer than they should be, or came faster.
        controls: [
          one.handleMs / handleTimeMs - 1,
          (one.toMs - one.fromMs) / (batch - 1) / gapMs - 1,
        ] as const,
      })),
    )
  const occupancy = loads.reduce((sum, { usedMs }) => sum + usedMs, 0) / (servers * untilMs)
  return { waits: controlled('waits'), inTime: controlled('inTime'), occupancy }
}

/**
 * Relative to Erlang C's figure: what is simulated may differ by 2 %, and the 95 % interval has to be so narrow that
 * this says something.
 */
const tolerance = 0.02

/** Agents and occupancy; then of waiting and of the service level: Erlang C's, simulated, half of the interval. */
const report: string[][] = []
afterAll(() => console.log(report.map((row) => row.join('  ')).join('\n')))

describe('the routing core in simulated time agrees with Erlang C', () => {
  test.each([
    [5, 0.6, 300_000],
    [10, 0.8, 400_000],
    [30, 0.85, 900_000],
  ])('%i agents, occupied to %d', { timeout: 240_000 }, (servers, occupancy, calls) => {
    const arrivalsPerHour = (servers * occupancy * 3_600_000) / handleTimeMs
    const theory = erlangC({ arrivalsPerHour, handleTimeMs, servers }, targetMs)
    const simulated = measure(servers, arrivalsPerHour, calls, 1)
    report.push([
      `${servers} agents, ${occupancy}`,
      ...[simulated.waits, simulated.inTime].flatMap(({ mean, halfWidth }, at) => {
        const expected = at === 0 ? theory.waitingProbability : theory.serviceLevel
        return [expected, mean, halfWidth].map((figure) => figure.toFixed(4))
      }),
    ])
    expect(Math.abs(simulated.waits.mean / theory.waitingProbability - 1)).toBeLessThan(tolerance)
    expect(Math.abs(simulated.inTime.mean / theory.serviceLevel - 1)).toBeLessThan(tolerance)
    expect(simulated.waits.halfWidth / theory.waitingProbability).toBeLessThan(tolerance)
    expect(simulated.inTime.halfWidth / theory.serviceLevel).toBeLessThan(tolerance)
    expect(simulated.occupancy).toBeCloseTo(occupancy, 2)
  })
})
