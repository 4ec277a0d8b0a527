import { afterAll, beforeAll, expect, test } from 'vitest'
import { Queues, type RoutingStepRecord } from '../../models/queue.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { queuesInUse } from './queues-in-use.ts'
import { overflowChain } from './check-overflow.ts'
import type { QueueSettings } from './queue-settings.ts'
import { saveQueue } from './save-queue.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const settings = (more: Partial<QueueSettings> = {}): QueueSettings => ({
  _id: 'orders',
  name: 'Orders',
  mediaTypes: ['CHAT'],
  requiredSkills: [
    { skillId: 'orders', minimumProficiency: 3 },
    { skillId: 'zh', minimumProficiency: 2 },
  ],
  reservationTimeoutMs: 30_000,
  ...more,
})

const step = (more: Partial<RoutingStepRecord> = {}): RoutingStepRecord => ({
  relaxAfterMs: 10_000,
  requiredSkills: [{ skillId: 'orders', minimumProficiency: 2 }],
  overflowQueueIds: [],
  advanceMs: 0,
  ...more,
})

async function codes(more: Partial<QueueSettings>): Promise<string[]> {
  const { refusals } = await saveQueue(routing.ctx, settings(more))
  return refusals.map(({ field, code }) => `${field} ${code}`)
}

test('without a word a queue has its defaults', async () => {
  const { saved } = await saveQueue(routing.ctx, settings())
  expect(saved).toMatchObject({
    steps: [],
    whenOfferMissed: 'AWAY',
    wrapUpLimitMs: 600_000,
    serviceLevelGoal: 0.8,
    revision: 1,
  })
})

test('steps that relax are kept as they are, and null means without a limit', async () => {
  const steps = [step({ advanceMs: 20_000, overflowQueueIds: ['general'] }), step({ relaxAfterMs: 20_000 })]
  const { saved } = await saveQueue(routing.ctx, settings({ steps, wrapUpLimitMs: null }))
  expect(saved?.steps).toEqual(steps)
  const stored = await Queues(routing.ctx.db).findById('orders').lean()
  expect(stored).toMatchObject({ steps })
  expect(stored?.wrapUpLimitMs ?? null).toBeNull()
})

test.each<[string, Partial<QueueSettings>, string[]]>([
  [
    'a step that asks for another skill, or for more',
    {
      steps: [
        step({ requiredSkills: [{ skillId: 'voice', minimumProficiency: 1 }] }),
        step({ relaxAfterMs: 20_000, requiredSkills: [{ skillId: 'voice', minimumProficiency: 2 }] }),
      ],
    },
    ['routingSteps.0.requiredSkills.0 NOT_A_RELAXATION', 'routingSteps.1.requiredSkills.0 NOT_A_RELAXATION'],
  ],
  [
    'a need that a step dropped and a later one takes up again',
    { steps: [step({ requiredSkills: [] }), step({ relaxAfterMs: 20_000 })] },
    ['routingSteps.1.requiredSkills.0 NOT_A_RELAXATION'],
  ],
  [
    'steps out of order, or at the beginning',
    { steps: [step({ relaxAfterMs: 0 }), step(), step()] },
    ['routingSteps.0.relaxAfter OUT_OF_RANGE', 'routingSteps.2.relaxAfter OUT_OF_RANGE'],
  ],
  [
    'more than six rings',
    { steps: [1, 2, 3, 4, 5, 6].map((n) => step({ relaxAfterMs: n * 1_000 })) },
    ['routingSteps TOO_MANY'],
  ],
  [
    'an advance without bound',
    { steps: [step({ advanceMs: 300_001 })] },
    ['routingSteps.0.advance OUT_OF_RANGE'],
  ],
  [
    'overflow to itself or to nowhere',
    { steps: [step({ overflowQueueIds: ['orders', 'nowhere'] })] },
    ['routingSteps.0.overflowQueueIds OVERFLOWS_TO_ITSELF', 'routingSteps.0.overflowQueueIds NOT_FOUND'],
  ],
  ['a limit without a place to go', { maxWaiting: 5 }, ['overflowTo REQUIRED']],
  ['a place to go without a limit', { overflowTo: 'general' }, ['maxWaiting OUT_OF_RANGE']],
  ['overflow at entry to itself', { maxWaiting: 5, overflowTo: 'orders' }, ['overflowTo OVERFLOW_CYCLE']],
  ['a limit of wrap-up of no time', { wrapUpLimitMs: 0 }, ['wrapUpLimit OUT_OF_RANGE']],
  ['a goal that is no share', { serviceLevelGoal: 80 }, ['serviceLevelGoal OUT_OF_RANGE']],
])('refuses %s', async (_what, more, expected) => {
  expect(await codes(more)).toEqual(expected)
})

test('an overflow goes only where the same contacts are taken', async () => {
  await saveQueue(routing.ctx, settings({ _id: 'calls', mediaTypes: ['VOICE'] }))
  expect(await codes({ maxWaiting: 5, overflowTo: 'calls' })).toEqual(['overflowTo MEDIA_TYPE_MISMATCH'])
})

test('of queues that are made to overflow in a circle at the same moment, one is refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `${letter}${round}`)
    for (const _id of ids) await saveQueue(routing.ctx, settings({ _id }))
    const next = (at: number) => ids[(at + 1) % ids.length]
    const saves = await Promise.all(
      ids.map((_id, at) => saveQueue(routing.ctx, settings({ _id, maxWaiting: 3, overflowTo: next(at) }))),
    )
    const refused = saves.flatMap(({ refusals }) => refusals.map(({ code }) => code))
    expect(refused).toEqual(['OVERFLOW_CYCLE'])
    const known = await routing.ctx.transaction((session) => queuesInUse(routing.ctx, session))
    const lengths = ids.map((id) => overflowChain(id, known).length)
    expect(lengths.toSorted()).toEqual([1, 2, 3, 4])
  }
})

test('the log tells the core of a queue, and of those that borrow its agents', async () => {
  await saveQueue(routing.ctx, settings({ _id: 'lender', requiredSkills: [] }))
  const steps = [step({ requiredSkills: [], overflowQueueIds: ['lender'] })]
  await saveQueue(routing.ctx, settings({ _id: 'borrower', requiredSkills: [], steps }))
  const skill = { skillId: 'voice', minimumProficiency: 2 }
  await saveQueue(routing.ctx, settings({ _id: 'lender', requiredSkills: [skill] }))
  const entries = await RoutingLog(routing.ctx.db).find({ kind: 'QUEUE_SAVED' }).sort({ _id: 1 }).lean()
  expect(entries.slice(-2).map(({ reason, command }) => [reason, command])).toEqual([
    [
      'SAVED',
      { kind: 'QUEUE_SAVED', queue: { id: 'lender', rings: [{ relaxAfterMs: 0, alternatives: [[skill]] }] } },
    ],
    [
      'OVERFLOW_CHANGED',
      {
        kind: 'QUEUE_SAVED',
        queue: {
          id: 'borrower',
          rings: [
            { relaxAfterMs: 0, alternatives: [[]] },
            { relaxAfterMs: 10_000, alternatives: [[], [skill]] },
          ],
        },
      },
    ],
  ])
})
