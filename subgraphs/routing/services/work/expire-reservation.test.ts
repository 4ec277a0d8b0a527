import { afterAll, beforeAll, expect, test } from 'vitest'
import { agentPresenceChanged } from '#schema/events/agent-presence-changed.ts'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { expireReservation } from './expire-reservation.ts'
import { rejectReservation } from './reject-reservation.ts'
import { setPresence } from '../agents/set-presence.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { sweepOverdue } from '../sweep-overdue.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

async function overdue(reservationId: string): Promise<void> {
  await Reservations(routing.ctx.db).updateOne({ _id: reservationId }, { expiresAt: new Date(0) })
}

test('an offer is not timed out early', async () => {
  await routing.available('ada')
  const item = await routing.request('CHAT')
  await routing.dispatchAll()
  const offer = await routing.offerOf(item._id)
  expect(await expireReservation(routing.ctx, offer?._id ?? '')).toBe(false)
  expect((await routing.offerOf(item._id))?.status).toBe('PENDING')
  await routing.ended(item.sessionId, false)
})

test.each(['VOICE', 'CHAT'] as const)(
  'who misses a %s offer is set away, and the contact goes to the next agent',
  async (mediaType) => {
    await routing.available('ada')
    const item = await routing.request(mediaType)
    await routing.dispatchAll()
    const first = await routing.offerOf(item._id)
    await overdue(first?._id ?? '')
    await sweepOverdue(routing.ctx)
    expect(await Agents(routing.ctx.db).findById('ada').lean()).toMatchObject({
      presence: 'AWAY',
      presenceReason: 'MISSED_OFFER',
    })
    expect(routing.emitted(agentPresenceChanged).at(-1)?.payload).toMatchObject({
      agentId: 'ada',
      status: 'AWAY',
    })
    await routing.available('bo')
    await routing.dispatchAll()
    expect((await routing.offerOf(item._id))?.agentId).toBe('bo')
    const reasons = (await routing.logOf(item._id)).map(({ kind, reason }) => `${kind} ${reason}`)
    expect(reasons).toEqual([
      'QUEUED FALLBACK',
      'OFFERED ONLY_ELIGIBLE',
      'REQUEUED TIMED_OUT',
      'OFFERED ONLY_ELIGIBLE',
    ])
    await routing.ended(item.sessionId, false)
    await setPresence(routing.ctx, 'bo', 'OFFLINE')
    await expectInvariants(routing.ctx)
  },
)

test('a queue may keep who misses a call as they are', async () => {
  await saveQueue(routing.ctx, {
    _id: 'calm',
    name: 'Calm',
    mediaTypes: ['VOICE'],
    domain: 'calm',
    requiredSkills: [],
    reservationTimeoutMs: 30_000,
    whenOfferMissed: 'KEEP',
  })
  await routing.available('cy')
  const item = await routing.request('VOICE', { domain: 'calm' })
  await routing.dispatchAll()
  await overdue((await routing.offerOf(item._id))?._id ?? '')
  await sweepOverdue(routing.ctx)
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  expect(await Agents(routing.ctx.db).findById('cy').lean()).toMatchObject({ presence: 'AVAILABLE' })
  await routing.ended(item.sessionId, false)
  await setPresence(routing.ctx, 'cy', 'OFFLINE')
})

test('who comes back gets the contact at once, and their own word clears the reason', async () => {
  await routing.available('ada')
  const item = await routing.request('CHAT')
  await routing.dispatchAll()
  await overdue((await routing.offerOf(item._id))?._id ?? '')
  await sweepOverdue(routing.ctx)
  await routing.dispatchAll()
  expect(await routing.offerOf(item._id)).toBeNull()
  const agent = await setPresence(routing.ctx, 'ada', 'AVAILABLE')
  expect(agent.presenceReason).toBeUndefined()
  await routing.dispatchAll()
  expect((await routing.offerOf(item._id))?.agentId).toBe('ada')
  await routing.ended(item.sessionId, false)
})

test('a rejected contact goes to another agent, and not back to the same at once', async () => {
  await setPresence(routing.ctx, 'ada', 'AVAILABLE')
  const item = await routing.request('SOCIAL')
  await routing.dispatchAll()
  const offer = await routing.offerOf(item._id)
  await rejectReservation(routing.ctx, offer?._id ?? '', 'ada')
  await routing.dispatchAll()
  expect(await routing.offerOf(item._id)).toBeNull()
  await routing.available('bo')
  await routing.dispatchAll()
  expect((await routing.offerOf(item._id))?.agentId).toBe('bo')
  await routing.ended(item.sessionId, false)
})

test('who leaves hands their open offers to the next agent', async () => {
  await setPresence(routing.ctx, 'bo', 'OFFLINE')
  const item = await routing.request('CHAT')
  await routing.dispatchAll()
  expect((await routing.offerOf(item._id))?.agentId).toBe('ada')
  await setPresence(routing.ctx, 'ada', 'OFFLINE')
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  await routing.available('bo')
  await routing.dispatchAll()
  expect((await routing.offerOf(item._id))?.agentId).toBe('bo')
  await expectInvariants(routing.ctx)
})
