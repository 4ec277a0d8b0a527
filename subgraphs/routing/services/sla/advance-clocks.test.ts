import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { SlaEvents } from '../../models/sla-event.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { advanceClocks } from './advance-clocks.ts'
import { numberSlaEvents } from './number-sla-events.ts'
import { saveSlaPolicy } from './save-sla-policy.ts'
import { sweepOverdue } from '../sweep-overdue.ts'
import { wakeReference } from '../timers/arm-wake.ts'
import { bucketOf } from '../timers/wake-buckets.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  // Jobs run; neither the sweeper nor the dispatcher does, but when a test says so.
  routing = await createRoutingUnderTest({ working: true })
})
afterAll(() => routing.stop())

async function policy(mediaType: MediaType, targetMs: number, warnBeforeMs: number): Promise<void> {
  const metric = mediaType === 'VOICE' ? 'SPEED_OF_ANSWER' : 'FIRST_RESPONSE'
  const id = `default-${mediaType.toLowerCase()}`
  const fields = { name: id, mediaType, queueId: null, metric, targetMs, warnBeforeMs } as const
  expect((await saveSlaPolicy(routing.ctx, { _id: id, ...fields })).refusals).toEqual([])
}

async function clockOf(workItemId: string) {
  const clock = await AppliedSlas(routing.ctx.db).findOne({ workItemId }).lean()
  if (!clock) throw new Error('no clock')
  return clock
}

async function eventsOf(appliedSlaId: string) {
  return SlaEvents(routing.ctx.db).find({ appliedSlaId }).sort({ _id: 1 }).lean()
}

test('with a policy of two seconds the jobs warn and then breach, each once and none early', async () => {
  await policy('CHAT', 2_000, 1_000)
  const items = await Promise.all(Array.from({ length: 5 }, () => routing.request('CHAT')))
  for (const item of items) {
    const clock = await until('the breach', async () => {
      const now = await clockOf(item._id)
      return now.status === 'MISSED' ? now : null
    })
    const events = await eventsOf(clock._id)
    expect(events.map(({ status }) => status)).toEqual(['WARNED', 'MISSED'])
    expect(events.map(({ occurredAt }) => occurredAt)).toEqual([clock.warnAt, clock.dueAt])
    for (const { occurredAt, noticedAt } of events) {
      expect(noticedAt.getTime()).toBeGreaterThanOrEqual(occurredAt.getTime())
    }
  }
  // Everybody who could do it again tries: nothing is left to do.
  const ids = await AppliedSlas(routing.ctx.db).distinct('_id')
  const before = await SlaEvents(routing.ctx.db).countDocuments()
  await Promise.all([
    advanceClocks(routing.ctx, ids),
    advanceClocks(routing.ctx, ids),
    sweepOverdue(routing.ctx),
  ])
  expect(await SlaEvents(routing.ctx.db).countDocuments()).toBe(before)
  expect(routing.emitted(slaWarned)).toHaveLength(items.length)
  expect(routing.emitted(slaMissed)).toHaveLength(items.length)
})

test('a job that fires early changes nothing and arms the clock again', async () => {
  await policy('SOCIAL', 3_000, 1_500)
  const item = await routing.request('SOCIAL')
  const clock = await clockOf(item._id)
  // As after a jump of the clock that BullMQ waits by: the job that waits is replaced by one that fires now.
  await routing.ctx.enqueue(wakeReference, { bucket: bucketOf(clock.warnAt) })
  const warned = await until('the warning, by the job that was armed again', async () => {
    const now = await clockOf(item._id)
    return now.status !== 'ACTIVE' ? now : null
  })
  const [warning] = await eventsOf(warned._id)
  expect(warning?.noticedAt.getTime()).toBeGreaterThanOrEqual(clock.warnAt.getTime())
  await routing.ended(item.sessionId, false, new Date(clock.dueAt.getTime() - 1))
  expect((await clockOf(item._id)).status).toBe('CANCELED')
})

test('the sweeper finds a clock whose job was lost, and does both steps when both are overdue', async () => {
  const item = await routing.request('EMAIL', { requestedAt: new Date(Date.now() - 5 * 3_600_000) })
  const { _id } = await clockOf(item._id)
  await sweepOverdue(routing.ctx)
  await until('both steps, by the sweeper or the job', async () => (await eventsOf(_id)).length === 2)
  expect((await eventsOf(_id)).map(({ status }) => status)).toEqual(['WARNED', 'MISSED'])
})

test('an answer in time meets the clock, a late one misses it', async () => {
  await policy('VOICE', 20_000, 5_000)
  const call = await routing.request('VOICE')
  await routing.answered(call.sessionId, 'ada')
  const met = await clockOf(call._id)
  expect(met.status).toBe('MET')
  expect(routing.emitted(slaMet).at(-1)?.payload).toMatchObject({ appliedSlaId: met._id, channel: 'voice' })

  const late = await routing.request('VOICE')
  const { dueAt } = await clockOf(late._id)
  await routing.answered(late.sessionId, 'ada', new Date(dueAt.getTime() + 1))
  expect((await clockOf(late._id)).status).toBe('MISSED')
})

test('news of an answer that was in time correct a breach that was decided before they came', async () => {
  const requestedAt = new Date(Date.now() - 60_000)
  const call = await routing.request('VOICE', { requestedAt })
  await sweepOverdue(routing.ctx)
  const clock = await until('the breach', async () => {
    const now = await clockOf(call._id)
    return now.status === 'MISSED' ? now : null
  })
  await routing.answered(call.sessionId, 'ada', new Date(requestedAt.getTime() + 19_999))
  expect((await clockOf(call._id)).status).toBe('MET')
  expect((await eventsOf(clock._id)).map(({ status }) => status)).toEqual(['WARNED', 'MISSED', 'MET'])
})

test('the sequence of the sla topic has no gaps, also when many contacts are answered at once', async () => {
  const calls = await Promise.all(Array.from({ length: 20 }, () => routing.request('VOICE')))
  await Promise.all(calls.map((call) => routing.answered(call.sessionId, 'ada')))
  await Promise.all([numberSlaEvents(routing.ctx), numberSlaEvents(routing.ctx)])
  while (await numberSlaEvents(routing.ctx));
  const events = await SlaEvents(routing.ctx.db).find().sort({ sequence: 1 }).lean()
  expect(events.length).toBeGreaterThan(20)
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, at) => at + 1))
})
