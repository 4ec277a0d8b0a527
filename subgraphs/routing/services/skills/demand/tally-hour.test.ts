import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HourFacts } from './read-hour.ts'
import { tallyDay } from './tally-day.ts'
import { tallyHour } from './tally-hour.ts'

const needs = {
  ofQueues: new Map([
    [
      'billing',
      [
        { skillId: 'billing', minimumProficiency: 3 },
        { skillId: 'chat', minimumProficiency: 1 },
      ],
    ],
    ['general', []],
  ]),
  languages: new Set(['zh']),
}
const nothing: HourFacts = { arrivals: [], missed: [], work: [] }
const tally = (level: number, more: object) => ({
  level,
  arrivals: 0,
  slaMissed: 0,
  workMs: 0,
  loadMs: 0,
  targetMs: 0,
  ...more,
})

test('a contact is demand for each skill that it needs', () => {
  const arrivals = [{ queueId: 'billing', language: 'zh', count: 4, targetMs: 400 }]
  const missed = [{ queueId: 'billing', language: 'de', count: 2 }]
  expect([...tallyHour({ ...nothing, arrivals, missed }, needs)].sort()).toEqual([
    ['billing', [tally(3, { arrivals: 4, targetMs: 400, slaMissed: 2 })]],
    ['chat', [tally(1, { arrivals: 4, targetMs: 400, slaMissed: 2 })]],
    ['zh', [tally(1, { arrivals: 4, targetMs: 400 })]],
  ])
})

test('of a skill that a queue names and that is the contact’s language, the better proficiency counts', () => {
  const chinese = { ...needs, ofQueues: new Map([['zh', [{ skillId: 'zh', minimumProficiency: 4 }]]]) }
  const arrivals = [{ queueId: 'zh', language: 'zh', count: 1, targetMs: 0 }]
  expect([...tallyHour({ ...nothing, arrivals }, chinese)]).toEqual([['zh', [tally(4, { arrivals: 1 })]]])
})

test('a queue’s work is shared by number, and without contacts goes to what the queue itself needs', () => {
  const work = [{ queueId: 'billing', workMs: 1_200, loadMs: 400 }]
  const arrivals = [
    { queueId: 'billing', language: 'zh', count: 1, targetMs: 0 },
    { queueId: 'billing', count: 3, targetMs: 0 },
    { queueId: 'general', language: 'zh', count: 9, targetMs: 0 },
  ]
  const shared = tallyHour({ ...nothing, arrivals, work }, needs)
  expect(shared.get('zh')).toEqual([tally(1, { arrivals: 10, workMs: 300, loadMs: 100 })])
  expect(shared.get('chat')).toEqual([tally(1, { arrivals: 4, workMs: 1_200, loadMs: 400 })])
  const alone = tallyHour({ ...nothing, work }, needs)
  expect(alone.get('billing')).toEqual([tally(3, { workMs: 1_200, loadMs: 400 })])
})

const anyHour = fc.record({
  arrivals: fc.array(
    fc.record({
      queueId: fc.constantFrom('billing', 'general', 'gone'),
      language: fc.constantFrom(undefined, 'zh', 'de'),
      count: fc.integer({ min: 1, max: 50 }),
      targetMs: fc.integer({ min: 0, max: 9_999 }),
    }),
    { maxLength: 8 },
  ),
  work: fc.array(
    fc.record({
      queueId: fc.constant('billing'),
      workMs: fc.integer({ min: 0, max: 1e6 }),
      loadMs: fc.integer({ min: 0, max: 1e6 }),
    }),
    { maxLength: 3 },
  ),
})

test('nothing of a queue’s demand is lost or counted twice for a skill that all its contacts need', () => {
  fc.assert(
    fc.property(anyHour, (hour) => {
      const [chat] = tallyHour({ ...hour, missed: [] }, needs).get('chat') ?? [tally(1, {})]
      const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
        rows.reduce((all, row) => all + of(row), 0)
      const ofQueue = hour.arrivals.filter(({ queueId }) => queueId === 'billing')
      expect(chat?.arrivals).toBe(sum(ofQueue, ({ count }) => count))
      expect(chat?.targetMs).toBe(sum(ofQueue, ({ targetMs }) => targetMs))
      expect(chat?.workMs).toBeCloseTo(
        sum(hour.work, ({ workMs }) => workMs),
        3,
      )
      expect(chat?.loadMs).toBeCloseTo(
        sum(hour.work, ({ loadMs }) => loadMs),
        3,
      )
    }),
  )
})

test('a day sums its hours, and keeps for each proficiency the busiest of them', () => {
  const hour = (basic: number, expert: number) => ({
    levels: [tally(1, { arrivals: 1, loadMs: basic }), tally(4, { arrivals: 2, loadMs: expert })],
    holders: [3, 3, 1, 0, 0],
    onDuty: [1, 1, 1, 0, 0],
  })
  expect(tallyDay([hour(10, 90), hour(80, 40)])).toEqual({
    levels: [
      tally(1, { arrivals: 2, loadMs: 90, peakLoadMs: 120 }),
      tally(4, { arrivals: 4, loadMs: 130, peakLoadMs: 90 }),
    ],
    holders: [6, 6, 2, 0, 0],
    onDuty: [2, 2, 2, 0, 0],
  })
})
