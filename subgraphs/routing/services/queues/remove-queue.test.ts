import { afterAll, beforeAll, expect, test } from 'vitest'
import { Queues } from '../../models/queue.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { listQueues } from './list-queues.ts'
import { removeQueue } from './remove-queue.ts'
import { saveQueue } from './save-queue.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

async function queue(_id: string, more: object = {}): Promise<void> {
  const { refusals } = await saveQueue(routing.ctx, {
    _id,
    name: _id,
    mediaTypes: ['CHAT'],
    domain: _id,
    requiredSkills: [],
    reservationTimeoutMs: 30_000,
    ...more,
  })
  expect(refusals).toEqual([])
}

const codes = async (id: string, moveTo: string | null = null) =>
  (await removeQueue(routing.ctx, id, moveTo)).refusals.map(({ field, code }) => `${field} ${code}`)

test('a queue is removed only when nothing waits in it, nothing leads to it, and it is not the last resort', async () => {
  await queue('empty')
  await queue('busy')
  await queue('calls', { mediaTypes: ['VOICE'] })
  await queue('leading', { maxWaiting: 1, overflowTo: 'empty' })
  await routing.request('CHAT', { domain: 'busy' })
  expect(await codes('nowhere')).toEqual(['id NOT_FOUND'])
  expect(await codes('general')).toEqual(['id FALLBACK_QUEUE'])
  expect(await codes('empty')).toEqual(['id QUEUE_IN_USE'])
  expect(await codes('busy')).toEqual(['moveTo QUEUE_NOT_EMPTY'])
  expect(await codes('busy', 'busy')).toEqual(['moveTo NOT_FOUND'])
  expect(await codes('busy', 'calls')).toEqual(['moveTo MEDIA_TYPE_MISMATCH'])
  expect(await codes('leading')).toEqual([])
  expect(await codes('empty')).toEqual([])
  expect(await codes('empty')).toEqual(['id NOT_FOUND'])
  expect((await listQueues(routing.ctx)).map(({ _id }) => _id).toSorted()).toEqual([
    'busy',
    'calls',
    'general',
  ])
})

test('contacts of a removed queue stay readable, and saving it brings it back', async () => {
  await queue('season')
  expect(await codes('season')).toEqual([])
  expect(await Queues(routing.ctx.db).findById('season').lean()).toMatchObject({ successorId: 'general' })
  const item = await routing.request('CHAT', { domain: 'season' })
  expect(item.queueId).toBe('general')
  await queue('season')
  expect((await routing.request('CHAT', { domain: 'season' })).queueId).toBe('season')
})

test('a removal and a queue that begins to overflow there at the same moment: one of them is refused', async () => {
  for (let round = 0; round < 6; round += 1) {
    await queue(`target-${round}`)
    const [removal, save] = await Promise.all([
      removeQueue(routing.ctx, `target-${round}`, null),
      saveQueue(routing.ctx, {
        _id: `source-${round}`,
        name: 'Source',
        mediaTypes: ['CHAT'],
        domain: `source-${round}`,
        requiredSkills: [],
        reservationTimeoutMs: 30_000,
        maxWaiting: 1,
        overflowTo: `target-${round}`,
      }),
    ])
    const refused = [...removal.refusals, ...save.refusals].map(({ code }) => code)
    expect(refused).toHaveLength(1)
    expect(['QUEUE_IN_USE', 'NOT_FOUND']).toContain(refused[0])
  }
})
