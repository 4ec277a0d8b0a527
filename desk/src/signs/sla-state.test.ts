import { expect, test } from 'vitest'
import type { SlaClockFragment, SlaStatus } from '../generated/operations.ts'
import { leadingClock, slaWord } from './sla-state.ts'

const noon = Date.parse('2026-11-23T12:00:00.000Z')
const clock = (id: string, status: SlaStatus, dueInMs: number): SlaClockFragment => ({
  id,
  status,
  metric: 'FIRST_RESPONSE',
  startedAt: new Date(noon).toISOString(),
  dueAt: new Date(noon + dueInMs).toISOString(),
  pausedAt: null,
})

test.each([
  ['ACTIVE', 1_000, 'on-time'],
  ['WARNED', 1_000, 'at-risk'],
  ['WARNED', 0, 'missed'],
  ['ACTIVE', -1, 'missed'],
  ['MISSED', -5_000, 'missed'],
  ['MET', -5_000, 'met'],
  ['CANCELED', -5_000, 'canceled'],
] as const)('a clock that is %s and due in %i ms reads %s', (status, dueInMs, word) => {
  expect(slaWord(clock('a', status, dueInMs), noon)).toBe(word)
})

test('the running clock that is due first leads; without one, the last that ended', () => {
  const clocks = [clock('met', 'MET', 1), clock('later', 'ACTIVE', 9_000), clock('sooner', 'WARNED', 3_000)]
  expect(leadingClock(clocks)?.id).toBe('sooner')
  expect(leadingClock([clock('early', 'MET', 1), clock('late', 'MISSED', 5)])?.id).toBe('late')
  expect(leadingClock([])).toBeUndefined()
})

test.each([
  ['ACTIVE', 'paused'],
  ['WARNED', 'paused'],
  ['MISSED', 'missed'],
  ['MET', 'met'],
] as const)('a clock that is %s and stands still, past its due instant, is %s', (status, word) => {
  const still = { ...clock('a', status, 60_000), pausedAt: new Date(noon).toISOString() }
  expect(slaWord(still, noon + 120_000)).toBe(word)
})
