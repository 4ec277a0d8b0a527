import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { contactReleased } from '#schema/events/contact-released.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { sessionTurn } from '#schema/events/session-turn.ts'
import { routingSubgraph } from '../../definition.ts'
import { Agents } from '../../models/agent.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { WorkItems } from '../../models/work-item.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { moveOutOfRemoved } from '../queues/move-out-of-removed.ts'
import { removeQueue } from '../queues/remove-queue.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { parkSilent } from './park-work.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const consumers = routingSubgraph.consumers ?? []

const known = (sessionId: string, customerId: string, tier: 'STANDARD' | 'VIP') =>
  deliver(routing.ctx, consumers, identityResolved, {
    channelIdentityId: newId(),
    customerId,
    sessionId,
    tier,
    rule: 'CHANNEL_ACCOUNT',
    resolvedAt: new Date(),
  })

let sequence = 10
const turn = (sessionId: string, author: 'CUSTOMER' | 'AGENT', at = new Date()) =>
  deliver(routing.ctx, consumers, sessionTurn, {
    sessionId,
    conversationId: newId(),
    sequence: (sequence += 1),
    author,
    at,
  })

async function silentQueue(_id: string): Promise<void> {
  await saveQueue(routing.ctx, {
    _id,
    name: _id,
    mediaTypes: ['CHAT', 'VOICE'],
    domain: _id,
    requiredSkills: [],
    reservationTimeoutMs: 30_000,
    silentAfterMs: 60_000,
  })
}

test('a VIP goes before others who are due up to two and a half minutes earlier, once', async () => {
  const item = await routing.request('CHAT')
  const customerId = newId()
  await known(item.sessionId, customerId, 'VIP')
  const after = await routing.item(item._id)
  expect(after).toMatchObject({ customerId, customerTier: 'VIP', priority: 5 })
  expect(after.orderAt).toEqual(new Date(item.dueAt.getTime() - 150_000))
  await known(item.sessionId, customerId, 'VIP')
  expect((await routing.item(item._id)).version).toBe(after.version)
  const entry = await RoutingLog(routing.ctx.db).findOne({ reason: 'CUSTOMER_IS_VIP' }).lean()
  expect(entry?.command).toMatchObject({ kind: 'ITEM_WAITS', item: { orderAtMs: after.orderAt.getTime() } })
  await routing.ended(item.sessionId, false)
})

test('who served a customer last is asked first the next time', async () => {
  const customerId = newId()
  const first = await routing.inHand('ada')
  await known(first.sessionId, customerId, 'STANDARD')
  await routing.ended(first.sessionId, true)
  await routing.wrappedUp(first.sessionId, 'ada')
  const second = await routing.request('CHAT')
  await known(second.sessionId, customerId, 'STANDARD')
  expect(await routing.item(second._id)).toMatchObject({ lastAgentId: 'ada', priority: 0 })
  const entry = await RoutingLog(routing.ctx.db)
    .findOne({ workItemId: second._id, reason: 'CUSTOMER_KNOWN' })
    .lean()
  expect(entry?.command).toMatchObject({ item: { lastAgentId: 'ada' } })
  await routing.ended(second.sessionId, false)
})

test('of a new customer the core is told nothing', async () => {
  const item = await routing.request('CHAT')
  await known(item.sessionId, newId(), 'STANDARD')
  expect((await routing.item(item._id)).version).toBe(item.version)
  await routing.ended(item.sessionId, false)
})

test('a silent customer’s chat leaves its agent’s hands, and comes back to them when the customer writes', async () => {
  await silentQueue('silent')
  const item = await routing.inHand('bo', 'CHAT', { domain: 'silent' })
  await routing.answered(item.sessionId, 'bo', new Date(Date.now() - 30_000))
  await parkSilent(routing.ctx)
  expect((await routing.item(item._id)).status).toBe('ASSIGNED')
  await turn(item.sessionId, 'CUSTOMER')
  expect((await routing.item(item._id)).silentSince).toBeUndefined()
  await turn(item.sessionId, 'AGENT')
  await WorkItems(routing.ctx.db).updateOne({ _id: item._id }, { silentSince: new Date(0) })
  await parkSilent(routing.ctx)
  expect(await routing.item(item._id)).toMatchObject({ status: 'PARKED', lastAgentId: 'bo' })
  expect(await Agents(routing.ctx.db).findById('bo').lean()).toMatchObject({ free: 60 })
  expect(routing.emitted(contactReleased).at(-1)?.payload).toMatchObject({ agentId: 'bo', reason: 'SILENT' })
  await expectInvariants(routing.ctx)

  await routing.available('cy')
  await turn(item.sessionId, 'CUSTOMER')
  expect(await routing.item(item._id)).toMatchObject({ status: 'QUEUED', lastAgentId: 'bo' })
  await routing.dispatchAll()
  expect((await routing.offerOf(item._id))?.agentId).toBe('bo')
  await routing.ended(item.sessionId, true)
})

test('a call is never parked, and a parked contact whose session ends is over', async () => {
  await silentQueue('calls')
  const call = await routing.inHand('dee', 'VOICE', { domain: 'calls' })
  await WorkItems(routing.ctx.db).updateOne({ _id: call._id }, { silentSince: new Date(0) })
  await parkSilent(routing.ctx)
  expect((await routing.item(call._id)).status).toBe('ASSIGNED')
  const chat = await routing.inHand('eve', 'CHAT', { domain: 'calls' })
  await WorkItems(routing.ctx.db).updateOne({ _id: chat._id }, { silentSince: new Date(0) })
  await parkSilent(routing.ctx)
  await routing.ended(chat.sessionId, true)
  expect((await routing.item(chat._id)).status).toBe('COMPLETED')
})

test('what waits in a removed queue, or came in meanwhile, goes to the one behind it', async () => {
  for (const id of ['first', 'second', 'third']) await silentQueue(id)
  const item = await routing.request('CHAT', { domain: 'first' })
  expect((await removeQueue(routing.ctx, 'first', 'second')).refusals).toEqual([])
  expect((await removeQueue(routing.ctx, 'second', 'third')).refusals).toEqual([])
  await moveOutOfRemoved(routing.ctx)
  expect(await routing.item(item._id)).toMatchObject({
    queueId: 'third',
    status: 'QUEUED',
  })
  expect((await routing.logOf(item._id)).at(-1)?.reason).toBe('QUEUE_REMOVED')
})
