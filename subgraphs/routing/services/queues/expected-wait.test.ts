import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { WorkItems } from '../../models/work-item.ts'
import { expectedWaitMs, type QueuePace } from './expected-wait.ts'
import { recentAnswers } from './recent-answers.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const minute = 60_000
const tenAnswers = { count: 10, spanMs: 20 * minute }
const cases: Array<[string, Partial<QueuePace>, number | null]> = [
  ['nobody serves', { servingCount: 0, availableCount: 0, answers: tenAnswers }, null],
  ['nobody waits and somebody is free', { availableCount: 1, answers: tenAnswers }, 0],
  ['nobody waits and all are busy', { answers: tenAnswers }, 2 * minute],
  ['four wait', { waitingCount: 4, answers: tenAnswers }, 10 * minute],
  [
    'somebody is free for others than the four who wait',
    { waitingCount: 4, availableCount: 1, answers: tenAnswers },
    10 * minute,
  ],
  ['nothing was answered for an hour', { waitingCount: 4 }, null],
]

test.each(cases)('when %s', (_title, pace, expected) => {
  const quiet = { waitingCount: 0, availableCount: 0, servingCount: 2, answers: { count: 0, spanMs: 0 } }
  expect(expectedWaitMs({ ...quiet, ...pace })).toBe(expected)
})

test('the pace is that of the newest fifty answers of the last hour, read from an index', async () => {
  const now = Date.now()
  for (const minutesAgo of [90, 40, 20, 5]) {
    const { sessionId } = await routing.request('SOCIAL')
    await routing.answered(sessionId, 'ada', new Date(now - minutesAgo * minute))
  }
  await routing.request('SOCIAL')
  const answers = (await recentAnswers(routing.ctx, ['general'])).get('general')
  expect(answers?.count).toBe(3)
  expect(answers?.spanMs).toBeGreaterThanOrEqual(40 * minute)

  const plan = (await WorkItems(routing.ctx.db)
    .find({ queueId: 'general', answeredAt: { $gte: new Date(now - 60 * minute) } })
    .sort({ answeredAt: -1 })
    .limit(50)
    .explain('executionStats')) as unknown as { executionStats: object }
  expect(plan.executionStats).toMatchObject({ nReturned: 3, totalKeysExamined: 3, totalDocsExamined: 3 })
})
