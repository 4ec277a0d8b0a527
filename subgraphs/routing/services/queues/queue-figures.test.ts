import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { queueFigures } from './queue-figures.ts'
import { saveQueue } from './save-queue.ts'

let now = new Date()
let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest({ now: () => now })
  for (const domain of ['billing', 'orders', 'empty']) {
    await saveQueue(routing.ctx, {
      _id: domain,
      name: domain,
      mediaTypes: ['CHAT'],
      domain,
      requiredSkills: [],
      reservationTimeoutMs: 30_000,
    })
  }
})
afterAll(() => routing.stop())

test('a queue has figures while somebody waits in it, and is at risk when they are warned', async () => {
  const first = await routing.request('CHAT', { domain: 'billing', requestedAt: now })
  const second = await routing.request('CHAT', {
    domain: 'billing',
    requestedAt: new Date(now.getTime() + 5_000),
  })
  const figures = await queueFigures(routing.ctx, ['billing', 'empty'])
  expect(figures.get('billing')).toEqual({
    waitingCount: 2,
    atRiskCount: 0,
    oldestQueuedAt: first.queuedAt,
    nextDueAt: first.dueAt,
  })
  expect(figures.has('empty')).toBe(false)
  now = first.warnAt
  expect(first.warnAt < second.warnAt).toBe(true)
  expect((await queueFigures(routing.ctx, ['billing'])).get('billing')).toMatchObject({ atRiskCount: 1 })
})

test('many who ask at once are one read, and whoever asks after a change is told of it', async () => {
  const { db } = routing.ctx.db
  if (!db) throw new Error('not connected')
  await db.command({ profile: 2 })
  const asked = Array.from({ length: 40 }, (_, at) =>
    queueFigures(routing.ctx, [at % 2 ? 'billing' : 'orders']),
  )
  // While these are read.
  await routing.request('CHAT', { domain: 'orders' })
  const after = await queueFigures(routing.ctx, ['orders'])
  expect(after.get('orders')?.waitingCount).toBe(1)
  for (const figures of await Promise.all(asked)) expect(figures.get('billing')?.waitingCount).toBe(2)
  await db.command({ profile: 0 })
  const reads = await db.collection('system.profile').find({ 'command.aggregate': 'workItems' }).toArray()
  const ofFigures = reads.filter(({ command }) => JSON.stringify(command).includes('atRiskCount'))
  // One of them when the rest after an earlier read was longer than all of this.
  expect([1, 2]).toContain(ofFigures.length)
  for (const read of ofFigures) expect(read).toMatchObject({ docsExamined: 0 })
})
