import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { WorkItems } from '../../models/work-item.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

test.each([
  ['VOICE', 20_000, 5_000, 'SPEED_OF_ANSWER'],
  ['CHAT', 180_000, 60_000, 'FIRST_RESPONSE'],
  ['SOCIAL', 1_800_000, 300_000, 'FIRST_RESPONSE'],
] as const)(
  'a %s contact is due %d ms after its request',
  async (mediaType, targetMs, warnBeforeMs, metric) => {
    const requestedAt = new Date('2026-11-23T12:00:00.000Z')
    const item = await routing.request(mediaType, { requestedAt })
    const dueAt = new Date(requestedAt.getTime() + targetMs)
    expect(item).toMatchObject({ status: 'QUEUED', queueId: 'general', dueAt, orderAt: dueAt })
    expect(await AppliedSlas(routing.ctx.db).find({ workItemId: item._id }).lean()).toEqual([
      expect.objectContaining({
        metric,
        status: 'ACTIVE',
        startedAt: requestedAt,
        warnAt: new Date(dueAt.getTime() - warnBeforeMs),
        dueAt,
      }),
    ])
  },
)

test('a request that comes twice, or a hundred times at once, makes one work item', async () => {
  const sessionId = newId()
  const eventId = newId()
  const requestedAt = new Date()
  await routing.request('CHAT', { sessionId, eventId, requestedAt })
  await routing.request('CHAT', { sessionId, eventId, requestedAt })
  // Other events about the same session: the guard by event id does not help here.
  await Promise.allSettled(
    Array.from({ length: 100 }, () => routing.request('CHAT', { sessionId, requestedAt })),
  )
  const items = await WorkItems(routing.ctx.db).find({ sessionId }).lean()
  expect(items).toHaveLength(1)
  expect(await AppliedSlas(routing.ctx.db).countDocuments({ workItemId: items[0]?._id })).toBe(1)
  expect(
    routing.emitted(workItemQueued).filter(({ payload }) => payload.sessionId === sessionId),
  ).toHaveLength(1)
})

test('a full queue sends the next contact on, as far as there is room, and keeps it when there is none', async () => {
  const queue = { mediaTypes: ['CHAT' as const], requiredSkills: [], reservationTimeoutMs: 30_000 }
  await saveQueue(routing.ctx, { ...queue, _id: 'last', name: 'Last', domain: 'last' })
  for (const [_id, overflowTo] of [
    ['second', 'last'],
    ['first', 'second'],
  ] as const) {
    await saveQueue(routing.ctx, { ...queue, _id, name: _id, domain: _id, maxWaiting: 2, overflowTo })
  }
  const entered: string[] = []
  for (let n = 0; n < 6; n += 1) entered.push((await routing.request('CHAT', { domain: 'first' })).queueId)
  expect(entered).toEqual(['first', 'first', 'second', 'second', 'last', 'last'])
  await saveQueue(routing.ctx, {
    ...queue,
    _id: 'last',
    name: 'Last',
    domain: 'last',
    maxWaiting: 1,
    overflowTo: 'general',
  })
  expect((await routing.request('CHAT', { domain: 'second' })).queueId).toBe('general')
})
