import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#platform/events/deliver-events.ts'
import { outboxRow } from '#platform/events/outbox.ts'
import { newId } from '#platform/ids/new-id.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { workItemQueued } from '#schema/events/work-item-queued.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import { routingSubgraph } from '../../definition.ts'
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

/** Delivers the requests of so many new sessions as one batch; gives the calls of the store that it took. */
async function requestTogether(sessionIds: readonly string[]): Promise<number> {
  const wires = sessionIds.map((sessionId) => {
    const contact = { sessionId, conversationId: newId(), channel: 'telegram', account: 'main' }
    const payload = { ...contact, mediaType: 'SOCIAL' as const, requestedAt: new Date() }
    const row = outboxRow(workRequested, payload, { occurredAt: new Date() })
    return JSON.parse(JSON.stringify(row)) as unknown
  })
  const ctx = { ...routing.ctx, causedBy: () => routing.ctx }
  const calls = await storeCallsOf(async () => {
    const results = await deliverEvents(ctx, routingSubgraph.consumers ?? [], wires)
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['fulfilled']))
  })
  return calls.length
}

test('fifty requests at once cost as many calls of the store as one, and each has its item and clock', async () => {
  await requestTogether([newId()])
  const one = await requestTogether([newId()])
  const sessionIds = Array.from({ length: 50 }, newId)
  expect(await requestTogether(sessionIds)).toBe(one)
  const items = await WorkItems(routing.ctx.db)
    .find({ sessionId: { $in: sessionIds } })
    .lean()
  expect(items).toHaveLength(50)
  const clocks = await AppliedSlas(routing.ctx.db)
    .find({ sessionId: { $in: sessionIds } })
    .lean()
  expect(new Set(clocks.map(({ workItemId }) => workItemId))).toEqual(new Set(items.map(({ _id }) => _id)))
  // Some of them again, under other ids, among new ones.
  await requestTogether([...sessionIds.slice(0, 10), newId()])
  expect(await WorkItems(routing.ctx.db).countDocuments({ sessionId: { $in: sessionIds } })).toBe(50)
})

test('contacts that come together fill a queue together, and what is on top goes on', async () => {
  const queue = { mediaTypes: ['SOCIAL' as const], requiredSkills: [], reservationTimeoutMs: 30_000 }
  await saveQueue(routing.ctx, {
    ...queue,
    _id: 'small',
    name: 'Small',
    maxWaiting: 3,
    overflowTo: 'general',
  })
  const sessionIds = Array.from({ length: 10 }, newId)
  await requestTogether(sessionIds)
  const items = await WorkItems(routing.ctx.db)
    .find({ sessionId: { $in: sessionIds } })
    .lean()
  expect(items.filter(({ queueId }) => queueId === 'small')).toHaveLength(3)
  expect(items.filter(({ queueId }) => queueId === 'general')).toHaveLength(7)
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
