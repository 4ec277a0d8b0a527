import { afterAll, beforeAll, expect, test } from 'vitest'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import { workItemClosed } from '#schema/events/work-item-closed.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { Reservations } from '../../models/reservation.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from './accept-reservation.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

async function standing(workItemId: string) {
  const item = await routing.item(workItemId)
  const reservation = await Reservations(routing.ctx.db)
    .findById(item.reservationId ?? '')
    .lean()
  const [clock] = await AppliedSlas(routing.ctx.db).find({ workItemId }).lean()
  return [item.status, reservation?.status, clock?.status]
}

test('a contact goes from the queue to wrap-up and done, and frees its agent for the next call', async () => {
  await routing.available('ada')
  const call = await routing.request('VOICE')
  const next = await routing.request('VOICE')
  await routing.dispatchAll()
  expect(await standing(call._id)).toEqual(['RESERVED', 'PENDING', 'ACTIVE'])
  await acceptReservation(routing.ctx, (await routing.offerOf(call._id))?._id ?? '', 'ada')
  await routing.answered(call.sessionId, 'ada')
  expect(await standing(call._id)).toEqual(['ASSIGNED', 'ACCEPTED', 'MET'])
  await routing.ended(call.sessionId, true)
  await routing.dispatchAll()
  expect(await standing(call._id)).toEqual(['WRAPPING', 'WRAPPING', 'MET'])
  expect(await standing(next._id)).toEqual(['QUEUED', undefined, 'ACTIVE'])
  await routing.wrappedUp(call.sessionId, 'ada')
  await routing.dispatchAll()
  expect(await standing(call._id)).toEqual(['COMPLETED', 'COMPLETED', 'MET'])
  expect(await standing(next._id)).toEqual(['RESERVED', 'PENDING', 'ACTIVE'])
  expect(routing.emitted(workItemClosed).at(-1)?.payload).toMatchObject({ status: 'COMPLETED' })
  await routing.ended(next.sessionId, false)
  await expectInvariants(routing.ctx)
})

test('a customer who leaves before anybody took it cancels the item, its offer and its clock', async () => {
  const offered = await routing.request('CHAT')
  await routing.dispatchAll()
  await routing.ended(offered.sessionId, false)
  expect(await standing(offered._id)).toEqual(['CANCELED', 'CANCELED', 'CANCELED'])
  expect(routing.emitted(reservationClosed).at(-1)?.payload).toMatchObject({ status: 'CANCELED' })
  const call = await routing.request('VOICE')
  const waiting = await routing.request('VOICE')
  await routing.dispatchAll()
  await routing.ended(waiting.sessionId, false)
  expect(await standing(waiting._id)).toEqual(['CANCELED', undefined, 'CANCELED'])
  await routing.ended(call.sessionId, false)
  await expectInvariants(routing.ctx)
})

test('who answers without having accepted has the contact', async () => {
  const offered = await routing.request('VOICE')
  await routing.dispatchAll()
  await routing.answered(offered.sessionId, 'ada')
  expect(await standing(offered._id)).toEqual(['ASSIGNED', 'ACCEPTED', 'MET'])
  await routing.wrappedUp(offered.sessionId, 'ada')

  const other = await routing.request('VOICE')
  await routing.dispatchAll()
  const offer = await routing.offerOf(other._id)
  await routing.answered(other.sessionId, 'somebody-else')
  expect(await standing(other._id)).toEqual(['ASSIGNED', undefined, 'MET'])
  expect((await Reservations(routing.ctx.db).findById(offer?._id).lean())?.status).toBe('RESCINDED')
  const untouched = await routing.request('VOICE')
  await routing.dispatchAll()
  await acceptReservation(routing.ctx, (await routing.offerOf(untouched._id))?._id ?? '', 'ada')
  await routing.ended(other.sessionId, true)
  expect(await standing(other._id)).toEqual(['WRAPPING', undefined, 'MET'])
  expect(await standing(untouched._id)).toEqual(['ASSIGNED', 'ACCEPTED', 'ACTIVE'])
  await routing.wrappedUp(other.sessionId, 'somebody-else')
  expect((await routing.item(other._id)).status).toBe('COMPLETED')
  await expectInvariants(routing.ctx)
})

test('news about a session that has not asked for work yet are tried again, not lost', async () => {
  await expect(routing.ended('unheard-of', false)).rejects.toMatchObject({ code: 'WORK_ITEM_UNKNOWN' })
})
