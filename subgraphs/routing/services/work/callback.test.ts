import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../models/agent.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from './accept-reservation.ts'
import { assignWork } from './assign-work.ts'
import { cancelCallback } from './cancel-callback.ts'
import { completeWork } from './complete-work.ts'
import { giveBackWork } from './give-back-work.ts'
import { requestCallback } from './request-callback.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const sue = { id: 'sue', supervises: true }
const actor = (id: string) => ({ id, supervises: false })
const soon = () => new Date(Date.now() + 3_600_000)
const codesOf = ({ refusals }: { refusals: Array<{ field: string | null; code: string }> }) =>
  refusals.map(({ field, code }) => `${field} ${code}`)

test('as soon as possible: the customer hangs up, the contact keeps its place', async () => {
  const item = await routing.request('VOICE')
  const { saved } = await requestCallback(
    routing.ctx,
    { workItemId: item._id, phone: '+4930123456', sameAgent: false },
    sue,
  )
  expect(saved).toMatchObject({ status: 'QUEUED', orderAt: item.orderAt, callback: { phone: '+4930123456' } })
  await routing.ended(item.sessionId, false)
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  await routing.available('ada')
  await assignWork(routing.ctx, item._id, 'ada', 'sue')
  await acceptReservation(routing.ctx, (await routing.offerOf(item._id))?._id ?? '', 'ada')
  expect((await routing.item(item._id)).callback?.takenAt).toBeInstanceOf(Date)
  expect(codesOf(await completeWork(routing.ctx, item._id, actor('bo')))).toEqual([
    'workItemId NOT_YOUR_CONTACT',
  ])
  await completeWork(routing.ctx, item._id, actor('ada'))
  expect(await routing.item(item._id)).toMatchObject({ status: 'COMPLETED' })
  expect(await Agents(routing.ctx.db).findById('ada').lean()).toMatchObject({ free: 60 })
  await expectInvariants(routing.ctx)
})

test('at an instant: nobody is offered it earlier, and it is due then', async () => {
  const at = soon()
  const item = await routing.request('CHAT')
  await requestCallback(routing.ctx, { workItemId: item._id, at, sameAgent: false }, sue)
  expect(await routing.item(item._id)).toMatchObject({ notBefore: at, orderAt: at, status: 'QUEUED' })
  const entry = await RoutingLog(routing.ctx.db).findOne({ workItemId: item._id }).sort({ _id: -1 }).lean()
  expect(entry).toMatchObject({ reason: 'SCHEDULED', command: { item: { notBeforeMs: at.getTime() } } })
  await routing.available('bo')
  await routing.dispatchAll()
  expect(await routing.offerOf(item._id)).toBeNull()
  await cancelCallback(routing.ctx, item._id, sue)
  const back = await routing.item(item._id)
  expect([back.callback, back.notBefore, back.status]).toEqual([undefined, undefined, 'QUEUED'])
  await routing.ended(item.sessionId, false)
  expect((await routing.item(item._id)).status).toBe('CANCELED')
})

test('promised by the agent who speaks: after wrap-up it waits for them, and given back it is still to be made', async () => {
  const at = soon()
  const item = await routing.inHand('cy', 'VOICE')
  expect(
    codesOf(await requestCallback(routing.ctx, { workItemId: item._id, at, sameAgent: true }, actor('bo'))),
  ).toEqual(['workItemId NOT_YOUR_CONTACT'])
  await requestCallback(routing.ctx, { workItemId: item._id, at, sameAgent: true }, actor('cy'))
  expect((await routing.item(item._id)).status).toBe('ASSIGNED')
  await routing.ended(item.sessionId, true)
  expect(codesOf(await completeWork(routing.ctx, item._id, actor('cy')))).toEqual([])
  const waiting = await routing.item(item._id)
  expect(waiting).toMatchObject({ status: 'QUEUED', onlyAgentId: 'cy', notBefore: at })
  expect(waiting.onlyAgentUntil).toEqual(new Date(at.getTime() + 120_000))
  // The code of the talk that ended is written down meanwhile.
  await routing.wrappedUp(item.sessionId, 'cy')
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  await assignWork(routing.ctx, item._id, 'cy', 'sue')
  await acceptReservation(routing.ctx, (await routing.offerOf(item._id))?._id ?? '', 'cy')
  await giveBackWork(routing.ctx, item._id, actor('cy'))
  expect((await routing.item(item._id)).callback?.takenAt).toBeUndefined()
  await cancelCallback(routing.ctx, item._id, actor('cy'))
  expect(await routing.item(item._id)).toMatchObject({ status: 'CANCELED' })
  expect((await cancelCallback(routing.ctx, item._id, actor('cy'))).refusals).toEqual([])
  await expectInvariants(routing.ctx)
})

test('a callback is not asked for in the past, in a year, or for what is over', async () => {
  const item = await routing.request('CHAT')
  const ask = (at?: Date) =>
    requestCallback(routing.ctx, { workItemId: item._id, ...(at ? { at } : {}), sameAgent: false }, sue)
  expect(codesOf(await ask(new Date(0)))).toEqual(['at OUT_OF_RANGE'])
  expect(codesOf(await ask(new Date(Date.now() + 365 * 86_400_000)))).toEqual(['at OUT_OF_RANGE'])
  await routing.ended(item.sessionId, false)
  expect(codesOf(await ask())).toEqual(['workItemId WORK_OVER'])
})
