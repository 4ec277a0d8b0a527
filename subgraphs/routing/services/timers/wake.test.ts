import { afterEach, expect, test, vi } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { jobQueueName } from '#platform/queues/queues.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { SlaEvents } from '../../models/sla-event.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { saveSlaPolicy } from '../sla/save-sla-policy.ts'
import { storeClock } from '../store-clock.ts'
import { armBucket } from './arm-wake.ts'
import { runSweeper } from './run-sweeper.ts'
import { bucketMs, bucketOf } from './wake-buckets.ts'
import { wakeBucket } from './wake-bucket.ts'

const tenMinutesMs = 600_000

let routing: RoutingUnderTest | undefined
let stopSweeper: (() => Promise<void>) | undefined
afterEach(async () => {
  vi.useRealTimers()
  await stopSweeper?.()
  await routing?.stop()
  routing = stopSweeper = undefined
})

async function start(working: boolean): Promise<RoutingUnderTest> {
  routing = await createRoutingUnderTest({ working })
  const { refusals } = await saveSlaPolicy(routing.ctx, {
    _id: 'default-chat',
    name: 'Chats',
    mediaType: 'CHAT',
    queueId: null,
    metric: 'FIRST_RESPONSE',
    targetMs: 3_000,
    warnBeforeMs: 1_500,
  })
  expect(refusals).toEqual([])
  return routing
}

async function eventsOf({ ctx }: RoutingUnderTest, workItemId: string, count: number) {
  const events = await until('the warning and the breach', async () => {
    const found = await SlaEvents(ctx.db).find({ workItemId }).sort({ _id: 1 }).lean()
    return found.length >= count ? found : null
  })
  expect(events.map(({ status }) => status)).toEqual(['WARNED', 'MISSED'])
  return events
}

test('instants of one bucket are one job, however many there are', async () => {
  const { ctx, request } = await start(false)
  const requestedAt = new Date((bucketOf(new Date(Date.now() + 60_000)) + 1) * bucketMs)
  for (let at = 0; at < 10; at++) {
    await request('CHAT', { requestedAt: new Date(requestedAt.getTime() + at) })
  }
  const jobs = ctx.queues.open(jobQueueName(ctx.name, 'wake'))
  await until('the job', async () => (await jobs.getDelayedCount()) > 0)
  expect(await jobs.getDelayedCount()).toBe(1)
  const [job] = await jobs.getDelayed()
  expect(job?.data).toEqual({ bucket: bucketOf(new Date(requestedAt.getTime() + 1_500)) })
})

test.each([
  ['forward', tenMinutesMs],
  ['back', -tenMinutesMs],
])('a process whose clock jumps %s by ten minutes fires neither early nor late', async (_way, jumpMs) => {
  const service = await start(true)
  stopSweeper = runSweeper(service.ctx)
  const before = await service.request('CHAT', { requestedAt: await storeClock(service.ctx) })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + jumpMs })
  const after = await service.request('CHAT', { requestedAt: await storeClock(service.ctx) })
  for (const { _id } of [before, after]) {
    for (const { occurredAt, noticedAt } of await eventsOf(service, _id, 2)) {
      const lateMs = noticedAt.getTime() - occurredAt.getTime()
      expect(lateMs).toBeGreaterThanOrEqual(0)
      // A bound for a machine under load; ten minutes is what it must not be.
      expect(lateMs).toBeLessThan(30_000)
    }
  }
})

test('when Valkey has lost every job, the sweeper does what they should have done', async () => {
  const service = await start(true)
  const item = await service.request('CHAT', { requestedAt: await storeClock(service.ctx) })
  const jobs = service.ctx.queues.open(jobQueueName(service.ctx.name, 'wake'))
  await until('the job', async () => (await jobs.getDelayedCount()) > 0)
  await jobs.obliterate({ force: true })
  stopSweeper = runSweeper(service.ctx)
  await eventsOf(service, item._id, 2)
})

test('one clock that cannot be advanced keeps no other back', async () => {
  const service = await start(false)
  const requestedAt = new Date(Date.now() - 60_000)
  const items = []
  for (let at = 0; at < 5; at++) items.push(await service.request('CHAT', { requestedAt }))
  const broken = items[2]
  if (!broken) throw new Error('no item')
  // Its event is there already, as no program would leave it: the unique index refuses the batch.
  const clock = await AppliedSlas(service.ctx.db).findOne({ workItemId: broken._id }).lean()
  if (!clock) throw new Error('no clock')
  await SlaEvents(service.ctx.db).collection.insertOne({
    _id: 'planted' as never,
    status: 'WARNED',
    appliedSlaId: clock._id,
    workItemId: broken._id,
  })
  await wakeBucket(service.ctx, bucketOf(clock.warnAt))
  const statuses = await AppliedSlas(service.ctx.db)
    .find({ metric: 'FIRST_RESPONSE' })
    .sort({ _id: 1 })
    .lean()
  expect(statuses.map(({ status }) => status)).toEqual(['MISSED', 'MISSED', 'ACTIVE', 'MISSED', 'MISSED'])
})

test('a bucket that is armed again is one job still', async () => {
  const { ctx } = await start(false)
  const bucket = bucketOf(new Date(Date.now() + 60_000))
  await Promise.all([armBucket(ctx, bucket), armBucket(ctx, bucket), armBucket(ctx, bucket, { again: true })])
  expect(await ctx.queues.open(jobQueueName(ctx.name, 'wake')).getDelayedCount()).toBe(1)
})
