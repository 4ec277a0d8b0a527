import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactReleased } from '#schema/events/contact-released.ts'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { SignsOfLife } from '../../models/sign-of-life.ts'
import { whoLeft } from '../../migrations/0007-who-left.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from '../work/accept-reservation.ts'
import { assignWork } from '../work/assign-work.ts'
import { transferWork } from '../work/transfer-work.ts'
import { showSigns, whileDeskIsThere } from './followed-desks.ts'
import { giveBackOfLost } from './give-back-of-lost.ts'
import { setPresence } from './set-presence.ts'
import { signOffLost } from './sign-off-lost.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const agent = (id: string) => Agents(routing.ctx.db).findById(id).lean()
const past = new Date(0)

/** A stream of states that its reader ends. */
async function* states() {
  for (let n = 0; ; n += 1) yield n
}

/** The agent went away an hour ago. */
async function wentLongAgo(agentId: string): Promise<void> {
  await setPresence(routing.ctx, agentId, 'OFFLINE')
  const leftAt = new Date(Date.now() - 3_600_000)
  await Agents(routing.ctx.db).updateOne({ _id: agentId }, { leftAt, presenceSince: leftAt })
}

test('a desk that is read counts as there; one that has gone is signed off, and what rang goes on', async () => {
  await routing.available('ada')
  const desk = await whileDeskIsThere(routing.ctx, 'ada', states())
  await desk.next()
  const item = await routing.request('CHAT')
  await assignWork(routing.ctx, item._id, 'ada', 'sue')
  await signOffLost(routing.ctx, 45_000)
  expect((await agent('ada'))?.presence).toBe('AVAILABLE')
  await SignsOfLife(routing.ctx.db).updateOne({ _id: 'ada' }, { seenAt: past })
  await showSigns(routing.ctx)
  await signOffLost(routing.ctx, 45_000)
  expect((await agent('ada'))?.presence).toBe('AVAILABLE')

  await desk.return?.()
  await SignsOfLife(routing.ctx.db).updateOne({ _id: 'ada' }, { seenAt: past })
  await showSigns(routing.ctx)
  await signOffLost(routing.ctx, 45_000)
  expect(await agent('ada')).toMatchObject({ presence: 'OFFLINE', presenceReason: 'SIGN_LOST' })
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  expect(await SignsOfLife(routing.ctx.db).countDocuments()).toBe(0)
  await routing.ended(item.sessionId, false)
})

test('an agent with two desks is there until both have gone', async () => {
  await routing.available('bo')
  const [first, second] = [
    await whileDeskIsThere(routing.ctx, 'bo', states()),
    await whileDeskIsThere(routing.ctx, 'bo', states()),
  ]
  await first.return?.()
  await first.return?.()
  await SignsOfLife(routing.ctx.db).updateOne({ _id: 'bo' }, { seenAt: past })
  await showSigns(routing.ctx)
  expect((await SignsOfLife(routing.ctx.db).findById('bo').lean())?.seenAt.getTime()).toBeGreaterThan(0)
  await second.return?.()
})

test('who never had a desk is left alone', async () => {
  await routing.available('program')
  await signOffLost(routing.ctx, 0)
  expect((await agent('program'))?.presence).toBe('AVAILABLE')
})

test('what an absent agent has in hand is given back after a while: chats, not calls', async () => {
  const chat = await routing.inHand('cy')
  await setPresence(routing.ctx, 'cy', 'OFFLINE')
  await giveBackOfLost(routing.ctx, 120_000)
  expect((await routing.item(chat._id)).status).toBe('ASSIGNED')
  await wentLongAgo('cy')
  await giveBackOfLost(routing.ctx, 120_000)
  expect(await routing.item(chat._id)).toMatchObject({ status: 'QUEUED', orderAt: chat.orderAt })
  expect(routing.emitted(contactReleased).at(-1)?.payload).toMatchObject({
    agentId: 'cy',
    reason: 'AGENT_LOST',
  })
  expect((await agent('cy'))?.free).toBe(60)
  await routing.ended(chat.sessionId, true)

  const call = await routing.inHand('dee', 'VOICE')
  await wentLongAgo('dee')
  await giveBackOfLost(routing.ctx, 120_000)
  expect((await routing.item(call._id)).status).toBe('ASSIGNED')
  await routing.ended(call.sessionId, true)
  await giveBackOfLost(routing.ctx, 120_000)
  expect((await routing.item(call._id)).status).toBe('COMPLETED')
  await expectInvariants(routing.ctx)
})

test('who comes back in time keeps what they have', async () => {
  const chat = await routing.inHand('eve')
  await wentLongAgo('eve')
  await setPresence(routing.ctx, 'eve', 'AVAILABLE')
  await giveBackOfLost(routing.ctx, 0)
  expect((await routing.item(chat._id)).status).toBe('ASSIGNED')
})

test('when a second agent is with the contact it becomes theirs', async () => {
  await routing.available('gil')
  const chat = await routing.inHand('fay')
  const wish = { workItemId: chat._id, kind: 'WARM', agentId: 'gil' } as const
  await transferWork(routing.ctx, wish, { id: 'fay', supervises: false })
  const consult = await Reservations(routing.ctx.db).findOne({ workItemId: chat._id, kind: 'CONSULT' }).lean()
  await acceptReservation(routing.ctx, consult?._id ?? '', 'gil')
  await wentLongAgo('fay')
  await giveBackOfLost(routing.ctx, 120_000)
  expect(await routing.item(chat._id)).toMatchObject({
    status: 'ASSIGNED',
    servedBy: 'gil',
    reservationId: consult?._id,
  })
  expect((await agent('fay'))?.free).toBe(60)
  await expectInvariants(routing.ctx)
})

test('who signed off before that was marked is looked through, too', async () => {
  const chat = await routing.inHand('hal')
  await setPresence(routing.ctx, 'hal', 'OFFLINE')
  const presenceSince = new Date(Date.now() - 3_600_000)
  await Agents(routing.ctx.db).updateOne({ _id: 'hal' }, { presenceSince, $unset: { leftAt: 1 } })
  await giveBackOfLost(routing.ctx, 120_000)
  expect((await routing.item(chat._id)).status).toBe('ASSIGNED')
  await whoLeft.up(routing.ctx)
  await giveBackOfLost(routing.ctx, 120_000)
  expect((await routing.item(chat._id)).status).toBe('QUEUED')
  expect((await agent('hal'))?.leftAt).toBeUndefined()
})
