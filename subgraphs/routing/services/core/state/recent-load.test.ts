import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCapacity } from '../capacity.ts'
import { type AgentEntry, createAgentEntry } from './agent-entry.ts'
import { loadOrderOf, recentLoadOf, settleLoad } from './recent-load.ts'

const hourMs = 3_600_000
const noonMs = Date.parse('2026-11-23T12:00:00.000Z')

function onDuty(recentLoad: number, atMs: number, used = 0): AgentEntry {
  return {
    ...createAgentEntry('a'),
    used,
    recentLoad,
    recentAtMs: atMs,
    state: {
      id: 'a',
      presence: 'AVAILABLE',
      presenceSinceMs: atMs,
      idleSinceMs: atMs,
      skills: [],
      capacity: { ...defaultCapacity },
    },
  }
}

test('it moves towards what they have in hand, and stands still while they are away', () => {
  const agent = onDuty(0.9, noonMs, 20)
  expect(recentLoadOf(agent, noonMs)).toBe(0.9)
  // After the two hours of memory, a good third of the distance is left.
  expect(recentLoadOf(agent, noonMs + 2 * hourMs)).toBeCloseTo(1 / 3 + (0.9 - 1 / 3) / Math.E, 12)
  expect(recentLoadOf(agent, noonMs + 100 * hourMs)).toBeCloseTo(1 / 3, 12)
  if (agent.state) agent.state = { ...agent.state, presence: 'AWAY' }
  expect(recentLoadOf(agent, noonMs + 5 * hourMs)).toBe(0.9)
})

test('settling on the way changes nothing', () => {
  const [often, once] = [onDuty(0.8, noonMs, 12), onDuty(0.8, noonMs, 12)]
  for (let minute = 1; minute <= 90; minute += 7) settleLoad(often, noonMs + minute * 60_000)
  expect(recentLoadOf(often, noonMs + 2 * hourMs)).toBeCloseTo(recentLoadOf(once, noonMs + 2 * hourMs), 12)
})

test('of those with as much in hand, the order of two stays that of their loads at any later instant', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const at = fc.integer({ min: 0, max: 12 * hourMs })
  // From 1970 on: simulated time begins there.
  const beginMs = fc.constantFrom(0, noonMs)
  fc.assert(
    fc.property(
      beginMs,
      share,
      at,
      share,
      at,
      fc.constantFrom(0, 12, 40, 60),
      at,
      (begin, a, aAt, b, bAt, used, later) => {
        const [one, other] = [onDuty(a, begin + aAt, used), onDuty(b, begin + bAt, used)]
        const nowMs = begin + Math.max(aAt, bAt) + later
        const apart = recentLoadOf(one, nowMs) - recentLoadOf(other, nowMs)
        fc.pre(Math.abs(apart) > 1e-9)
        expect(Math.sign(loadOrderOf(one) - loadOrderOf(other))).toBe(Math.sign(apart))
      },
    ),
    { numRuns: 5_000 },
  )
})
