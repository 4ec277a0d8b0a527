import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { sessionTurn } from '#schema/events/session-turn.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import type { SlaMetric } from '#schema/events/vocabulary.ts'
import { routingSubgraph } from '../../../definition.ts'
import { AppliedSlas } from '../../../models/applied-sla.ts'
import type { WorkItemRecord } from '../../../models/work-item.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../../testing/routing-under-test.ts'
import { sweepOverdue } from '../../sweep-overdue.ts'
import { saveBusinessCalendar } from '../calendars/save-business-calendar.ts'
import { type SlaPolicyWish, saveSlaPolicy } from '../save-sla-policy.ts'

const minute = 60_000
const hour = 60 * minute

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
  await policy({ _id: 'next', metric: 'NEXT_RESPONSE', targetMs: 5 * minute })
  await policy({ _id: 'resolve', metric: 'RESOLUTION', targetMs: 2 * hour, pauseOn: ['CUSTOMER_TURN'] })
})
afterAll(() => routing.stop())

async function policy(wish: Pick<SlaPolicyWish, '_id' | 'metric' | 'targetMs' | 'pauseOn'>): Promise<void> {
  const chats = { name: wish._id, mediaType: 'CHAT', queueId: null, warnBeforeMs: minute } as const
  expect((await saveSlaPolicy(routing.ctx, { ...chats, ...wish })).refusals).toEqual([])
}

const turn = (item: WorkItemRecord, author: 'CUSTOMER' | 'AGENT', sequence: number, at: Date) =>
  deliver(routing.ctx, routingSubgraph.consumers ?? [], sessionTurn, {
    sessionId: item.sessionId,
    conversationId: item.conversationId,
    sequence,
    author,
    at,
  })

const clocks = (item: WorkItemRecord, metric: SlaMetric) =>
  AppliedSlas(routing.ctx.db).find({ workItemId: item._id, metric }).sort({ startedAt: 1 }).lean()

async function resolution(item: WorkItemRecord) {
  const [clock] = await clocks(item, 'RESOLUTION')
  if (!clock) throw new Error('no clock of the resolution')
  return clock
}

/** A chat of some minutes ago, and its instants by minutes from its beginning. */
async function chatSince(minutesAgo: number) {
  const start = new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutesAgo * minute)
  const item = await routing.request('CHAT', { requestedAt: start })
  return { item, at: (minutes: number) => new Date(start.getTime() + minutes * minute) }
}

test('each customer’s turn has a clock of its own; more messages of one turn begin none', async () => {
  const { item, at } = await chatSince(30)
  await routing.answered(item.sessionId, 'ada', at(1))
  expect(await clocks(item, 'NEXT_RESPONSE')).toEqual([])
  await turn(item, 'CUSTOMER', 3, at(2))
  await turn(item, 'CUSTOMER', 4, at(3))
  await turn(item, 'AGENT', 5, at(6))
  await turn(item, 'CUSTOMER', 6, at(10))
  await turn(item, 'AGENT', 7, at(16))
  await turn(item, 'CUSTOMER', 8, at(29))
  const next = await clocks(item, 'NEXT_RESPONSE')
  expect(
    next.map(({ status, startedAt, dueAt, endedAt }) => ({ status, startedAt, dueAt, endedAt })),
  ).toEqual([
    { status: 'MET', startedAt: at(2), dueAt: at(7), endedAt: at(6) },
    { status: 'MISSED', startedAt: at(10), dueAt: at(15), endedAt: at(15) },
    { status: 'ACTIVE', startedAt: at(29), dueAt: at(34), endedAt: undefined },
  ])
  expect(routing.emitted(slaMet).at(-1)?.payload).toMatchObject({
    metric: 'NEXT_RESPONSE',
    occurredAt: at(6),
  })
  expect(routing.emitted(slaMissed).at(-1)?.payload).toMatchObject({ occurredAt: at(15), dueAt: at(15) })
  expect((await routing.item(item._id)).dueAt).toEqual(at(34))
  await routing.ended(item.sessionId, true, at(30))
  expect((await clocks(item, 'NEXT_RESPONSE')).at(-1)?.status).toBe('CANCELED')
})

test('while a missed answer is still awaited no other clock begins, and news of one in time corrects it', async () => {
  const { item, at } = await chatSince(30)
  await routing.answered(item.sessionId, 'ada', at(1))
  await turn(item, 'CUSTOMER', 3, at(2))
  await sweepOverdue(routing.ctx)
  await turn(item, 'CUSTOMER', 5, at(9))
  const missed = await clocks(item, 'NEXT_RESPONSE')
  expect(missed.map(({ status }) => status)).toEqual(['MISSED'])
  await turn(item, 'AGENT', 4, at(4))
  expect((await clocks(item, 'NEXT_RESPONSE')).map(({ status, endedAt }) => [status, endedAt])).toEqual([
    ['MET', at(4)],
  ])
})

test('news in the wrong order begin no clock that nobody would stop', async () => {
  const { item, at } = await chatSince(3)
  await routing.answered(item.sessionId, 'ada', at(1))
  await turn(item, 'AGENT', 4, at(2))
  await turn(item, 'CUSTOMER', 3, at(1.5))
  expect(await clocks(item, 'NEXT_RESPONSE')).toEqual([])
  expect((await resolution(item)).pausedAt).toBeDefined()
  await expect(turn({ ...item, sessionId: newId() }, 'AGENT', 1, at(1))).rejects.toThrow(
    'has not asked for work',
  )
})

test('the resolution stands still at the customer’s turn, and goes on with exactly what it had left', async () => {
  const { item, at } = await chatSince(200)
  expect((await resolution(item)).dueAt).toEqual(at(120))
  await routing.answered(item.sessionId, 'ada', at(10))
  const paused = await resolution(item)
  expect(paused).toMatchObject({ pausedAt: at(10), spentMs: 10 * minute, status: 'ACTIVE' })
  expect(paused.wakeAt).toBeUndefined()
  await sweepOverdue(routing.ctx)
  expect((await resolution(item)).status).toBe('ACTIVE')
  await turn(item, 'CUSTOMER', 3, at(100))
  expect(await resolution(item)).toMatchObject({ dueAt: at(210), warnAt: at(209), wakeAt: at(209) })
  await turn(item, 'AGENT', 4, at(102))
  await turn(item, 'CUSTOMER', 5, at(150))
  expect(await resolution(item)).toMatchObject({ spentMs: 12 * minute, dueAt: at(258) })
  await turn(item, 'AGENT', 6, at(151))
  await routing.ended(item.sessionId, true, at(160))
  expect(await resolution(item)).toMatchObject({ status: 'MET', endedAt: at(160) })
})

test('what is left is time of the calendar, over a night', async () => {
  const weekday = [1, 2, 3, 4, 5, 6, 7]
  const { refusals } = await saveBusinessCalendar(routing.ctx, {
    _id: 'berlin',
    name: 'Berlin',
    timeZone: 'Europe/Berlin',
    intervals: weekday.map((day) => ({ weekday: day, from: '09:00', to: '17:00' })),
    holidays: [],
  })
  expect(refusals).toEqual([])
  const saved = await saveSlaPolicy(routing.ctx, {
    _id: 'resolve-mail',
    name: 'Mail',
    mediaType: 'EMAIL',
    queueId: null,
    metric: 'RESOLUTION',
    targetMs: 4 * hour,
    warnBeforeMs: hour,
    calendarId: 'berlin',
    pauseOn: ['CUSTOMER_TURN'],
  })
  expect(saved.refusals).toEqual([])
  const at = (time: string) => new Date(`${time}+01:00`)
  const item = await routing.request('EMAIL', { requestedAt: at('2027-01-04T16:00') })
  expect(await resolution(item)).toMatchObject({
    warnAt: at('2027-01-05T11:00'),
    dueAt: at('2027-01-05T12:00'),
  })
  await routing.answered(item.sessionId, 'ada', at('2027-01-04T16:30'))
  await turn(item, 'CUSTOMER', 3, at('2027-01-04T20:00'))
  expect(await resolution(item)).toMatchObject({
    spentMs: 30 * minute,
    warnAt: at('2027-01-05T11:30'),
    dueAt: at('2027-01-05T12:30'),
  })
})
