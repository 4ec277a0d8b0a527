import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SlaMetric } from '#schema/events/vocabulary.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { sweepOverdue } from '../sweep-overdue.ts'
import { saveBusinessCalendar } from './calendars/save-business-calendar.ts'
import { removeBusinessCalendar } from './calendars/remove-business-calendar.ts'
import { recomputeClocks } from './recompute-clocks.ts'
import { removeSlaPolicy } from './remove-sla-policy.ts'
import { type SlaPolicyWish, saveSlaPolicy } from './save-sla-policy.ts'
import { followSettings } from './settings/follow-settings.ts'

const minute = 60_000
const everyDay = [1, 2, 3, 4, 5, 6, 7]

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

async function policy(wish: Partial<SlaPolicyWish> & { _id: string; targetMs: number }): Promise<void> {
  const chats = {
    name: wish._id,
    mediaType: 'CHAT',
    queueId: null,
    metric: 'FIRST_RESPONSE',
    warnBeforeMs: minute,
  } as const
  expect((await saveSlaPolicy(routing.ctx, { ...chats, ...wish })).refusals).toEqual([])
}

async function clockOf(item: WorkItemRecord, metric: SlaMetric = 'FIRST_RESPONSE') {
  const clocks = await AppliedSlas(routing.ctx.db)
    .find({ workItemId: item._id, metric })
    .sort({ _id: -1 })
    .lean()
  if (!clocks[0]) throw new Error(`no ${metric} clock`)
  return clocks[0]
}

async function chatSince(minutesAgo: number) {
  const start = new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutesAgo * minute)
  const item = await routing.request('CHAT', { requestedAt: start })
  return { item, at: (minutes: number) => new Date(start.getTime() + minutes * minute) }
}

async function followAll(): Promise<void> {
  while (await followSettings(routing.ctx));
}

/** As a command of the lifecycle does it: the change and what follows from it in one transaction. */
async function change(item: WorkItemRecord, fields: Partial<WorkItemRecord>): Promise<void> {
  await routing.ctx.transaction(async (session) => {
    await WorkItems(routing.ctx.db).updateOne(
      { _id: item._id },
      { $set: fields, $inc: { version: 1 } },
      { session },
    )
    await recomputeClocks(routing.ctx, [item._id], session)
  })
}

test('running clocks follow a changed policy from their own start; what was missed or met stays', async () => {
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  const [running, missed, met] = [await chatSince(10), await chatSince(61), await chatSince(20)]
  await sweepOverdue(routing.ctx)
  await routing.answered(met.item.sessionId, 'ada', met.at(19))
  await policy({ _id: 'default-chat', targetMs: 90 * minute })
  await followAll()
  expect(await clockOf(running.item)).toMatchObject({
    status: 'ACTIVE',
    warnAt: running.at(89),
    dueAt: running.at(90),
    wakeAt: running.at(89),
  })
  const item = await routing.item(running.item._id)
  expect(item).toMatchObject({ warnAt: running.at(89), dueAt: running.at(90), orderAt: running.at(90) })
  expect(item.version).toBe(running.item.version + 1)
  const entry = await RoutingLog(routing.ctx.db).findOne({ workItemId: item._id }).sort({ _id: -1 }).lean()
  expect(entry).toMatchObject({
    kind: 'RETARGETED',
    command: { kind: 'ITEM_WAITS', item: { version: item.version, orderAtMs: running.at(90).getTime() } },
  })
  expect(await clockOf(missed.item)).toMatchObject({
    status: 'MISSED',
    dueAt: missed.at(60),
    endedAt: missed.at(60),
  })
  expect(await clockOf(met.item)).toMatchObject({ status: 'MET', dueAt: met.at(60), endedAt: met.at(19) })
})

test('a target cut to what has passed is missed at the instant at which it would have passed', async () => {
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  const { item, at } = await chatSince(30)
  await policy({ _id: 'default-chat', targetMs: 20 * minute })
  await followAll()
  await sweepOverdue(routing.ctx)
  expect(await clockOf(item)).toMatchObject({ status: 'MISSED', dueAt: at(20), endedAt: at(20) })
})

test('a warning that was given stays given when the target is extended', async () => {
  await policy({ _id: 'default-chat', targetMs: 10 * minute, warnBeforeMs: 8 * minute })
  const { item, at } = await chatSince(5)
  await sweepOverdue(routing.ctx)
  expect((await clockOf(item)).status).toBe('WARNED')
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  await followAll()
  expect(await clockOf(item)).toMatchObject({ status: 'WARNED', dueAt: at(60), wakeAt: at(60) })
})

test('queue, priority and tier of a contact choose other targets, in the transaction that changes them', async () => {
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  await policy({ _id: 'urgent', targetMs: 40 * minute, minimumPriority: 5 })
  await policy({ _id: 'gold', targetMs: 30 * minute, customerTier: 'gold' })
  await policy({ _id: 'gold-end', targetMs: 300 * minute, customerTier: 'gold', metric: 'RESOLUTION' })
  const { item, at } = await chatSince(1)
  await change(item, { priority: 5 })
  expect(await clockOf(item)).toMatchObject({ policyId: 'urgent', dueAt: at(40) })
  // Five steps of priority: two and a half minutes earlier in line.
  expect((await routing.item(item._id)).orderAt).toEqual(at(37.5))
  await change(item, { customerTier: 'gold' })
  expect(await clockOf(item)).toMatchObject({ policyId: 'gold', dueAt: at(30) })
  expect(await clockOf(item, 'RESOLUTION')).toMatchObject({ startedAt: at(0), dueAt: at(300) })
  await change(item, { customerTier: 'silver', priority: 0 })
  expect(await clockOf(item)).toMatchObject({ policyId: 'default-chat', dueAt: at(60) })
  expect(await clockOf(item, 'RESOLUTION')).toMatchObject({ status: 'CANCELED' })
  await change(item, { customerTier: 'gold' })
  expect(await clockOf(item, 'RESOLUTION')).toMatchObject({ status: 'ACTIVE', dueAt: at(300) })
  const events = await RoutingLog(routing.ctx.db).find({ workItemId: item._id, kind: 'RETARGETED' }).lean()
  expect(events.length).toBe(4)
})

test('a removed policy leaves its clocks to the next that applies, and cancels them without one', async () => {
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  await policy({ _id: 'web', targetMs: 25 * minute, channel: 'chat' })
  await policy({ _id: 'end', targetMs: 200 * minute, metric: 'RESOLUTION' })
  const { item, at } = await chatSince(1)
  expect(await clockOf(item)).toMatchObject({ policyId: 'web', dueAt: at(25) })
  for (const id of ['web', 'end']) expect((await removeSlaPolicy(routing.ctx, id)).refusals).toEqual([])
  expect((await removeSlaPolicy(routing.ctx, 'web')).refusals).toMatchObject([{ code: 'NOT_FOUND' }])
  await followAll()
  expect(await clockOf(item)).toMatchObject({ policyId: 'default-chat', dueAt: at(60) })
  expect(await clockOf(item, 'RESOLUTION')).toMatchObject({ status: 'CANCELED' })
  // Put back in force, it sets clocks again.
  await policy({ _id: 'web', targetMs: 26 * minute, channel: 'chat' })
  await followAll()
  expect(await clockOf(item)).toMatchObject({ policyId: 'web', dueAt: at(26) })
  await removeSlaPolicy(routing.ctx, 'web')
})

test('running clocks follow a changed calendar; one in use or with too few hours is refused', async () => {
  const calendar = (from: string, to: string, weekdays = everyDay) =>
    saveBusinessCalendar(routing.ctx, {
      _id: 'desk',
      name: 'Desk',
      timeZone: 'Asia/Shanghai',
      intervals: weekdays.map((weekday) => ({ weekday, from, to })),
      holidays: [{ date: '2027-02-05', yearly: false, name: 'Eve', hours: [{ from: '09:00', to: '12:00' }] }],
    })
  const at = (time: string) => new Date(`${time}+08:00`)
  expect((await calendar('09:00', '18:00')).refusals).toEqual([])
  await policy({ _id: 'default-chat', targetMs: 120 * minute, calendarId: 'desk' })
  const item = await routing.request('CHAT', { requestedAt: at('2027-02-05T11:30') })
  expect(await clockOf(item)).toMatchObject({ warnAt: at('2027-02-06T10:29'), dueAt: at('2027-02-06T10:30') })
  expect((await calendar('10:00', '18:00')).refusals).toEqual([])
  await followAll()
  expect(await clockOf(item)).toMatchObject({ dueAt: at('2027-02-06T11:30') })

  expect((await removeBusinessCalendar(routing.ctx, 'desk')).refusals).toMatchObject([{ code: 'IN_USE' }])
  await policy({ _id: 'default-chat', targetMs: 366 * 24 * 60 * minute, calendarId: 'desk' })
  expect((await calendar('10:00', '10:01', [1])).refusals).toMatchObject([{ code: 'TARGET_OUT_OF_REACH' }])
  await policy({ _id: 'default-chat', targetMs: 60 * minute })
  expect((await removeBusinessCalendar(routing.ctx, 'desk')).refusals).toEqual([])
})

test('a policy for the same contacts is refused, and so is what makes no sense', async () => {
  const wish = { _id: 'x', name: 'x', mediaType: 'CHAT', queueId: null, metric: 'FIRST_RESPONSE' } as const
  const codes = async (more: Partial<SlaPolicyWish>) =>
    (
      await saveSlaPolicy(routing.ctx, { ...wish, targetMs: 60_000, warnBeforeMs: 1_000, ...more })
    ).refusals.map(({ field, code }) => `${field}: ${code}`)
  expect(await codes({})).toEqual(['null: DUPLICATE_POLICY'])
  expect(await codes({ mediaType: 'VOICE' })).toEqual(['metric: METRIC_NOT_FOR_MEDIA'])
  expect(await codes({ metric: 'SPEED_OF_ANSWER' })).toEqual(['metric: METRIC_NOT_FOR_MEDIA'])
  expect(await codes({ pauseOn: ['CUSTOMER_TURN'] })).toEqual(['pauseOn: NOTHING_TO_PAUSE'])
  expect(await codes({ minimumPriority: 11 })).toEqual(['minimumPriority: OUT_OF_RANGE'])
  expect(await codes({ queueId: 'nowhere', calendarId: 'never' })).toEqual([
    'queueId: NOT_FOUND',
    'calendarId: NOT_FOUND',
  ])
})
