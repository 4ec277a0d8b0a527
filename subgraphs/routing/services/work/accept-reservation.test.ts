import { afterAll, beforeAll, expect, test } from 'vitest'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { reservationClosed } from '#schema/events/reservation-closed.ts'
import { Reservations } from '../../models/reservation.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from './accept-reservation.ts'
import { expireReservation } from './expire-reservation.ts'
import { rejectReservation } from './reject-reservation.ts'
import { setPresence } from '../agents/set-presence.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

/** An offer to this agent alone. */
async function offerTo(agentId: string) {
  await routing.available(agentId)
  const item = await routing.request('CHAT')
  await routing.dispatchAll()
  const offer = await routing.offerOf(item._id)
  if (!offer) throw new Error('nothing was offered')
  expect(offer.agentId).toBe(agentId)
  return { item, offer }
}

test('accepting assigns the contact and names the agent', async () => {
  const { item, offer } = await offerTo('ada')
  const accepted = await acceptReservation(routing.ctx, offer._id, 'ada')
  expect(accepted.status).toBe('ACCEPTED')
  expect(await routing.item(item._id)).toMatchObject({ status: 'ASSIGNED', reservationId: offer._id })
  expect(routing.emitted(reservationAccepted).at(-1)?.payload).toMatchObject({
    workItemId: item._id,
    conversationId: item.conversationId,
    agentId: 'ada',
    agentName: 'Agent ada',
  })
  await setPresence(routing.ctx, 'ada', 'OFFLINE')
})

test('somebody else’s offer looks absent, and an offer is answered once', async () => {
  const { offer } = await offerTo('bo')
  await expect(acceptReservation(routing.ctx, offer._id, 'ada')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await acceptReservation(routing.ctx, offer._id, 'bo')
  const notPending = { code: 'RESERVATION_NOT_PENDING' }
  await expect(acceptReservation(routing.ctx, offer._id, 'bo')).rejects.toMatchObject(notPending)
  await expect(rejectReservation(routing.ctx, offer._id, 'bo')).rejects.toMatchObject(notPending)
  await setPresence(routing.ctx, 'bo', 'OFFLINE')
})

test('of an accept and a time-out at the same moment exactly one wins, whichever', async () => {
  for (let round = 0; round < 12; round += 1) {
    const agentId = `racer-${round}`
    const { item, offer } = await offerTo(agentId)
    await Reservations(routing.ctx.db).updateOne({ _id: offer._id }, { expiresAt: new Date(0) })
    const [accept, expire] = await Promise.allSettled([
      acceptReservation(routing.ctx, offer._id, agentId),
      expireReservation(routing.ctx, offer._id),
    ])
    const expired = expire.status === 'fulfilled' && expire.value
    expect(accept.status === 'fulfilled').toBe(!expired)
    const after = await Reservations(routing.ctx.db).findById(offer._id).lean()
    expect(after?.status).toBe(expired ? 'TIMED_OUT' : 'ACCEPTED')
    expect((await routing.item(item._id)).status).toBe(expired ? 'QUEUED' : 'ASSIGNED')
    const told = [...routing.emitted(reservationAccepted), ...routing.emitted(reservationClosed)]
    expect(told.filter(({ aggregateId }) => aggregateId === offer._id)).toHaveLength(1)
    await expectInvariants(routing.ctx)
    await routing.ended(item.sessionId, false)
    await setPresence(routing.ctx, agentId, 'OFFLINE')
  }
})
