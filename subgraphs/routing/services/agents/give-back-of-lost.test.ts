import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { manyAgents } from '../../testing/many-agents.ts'
import { readsOf } from '../../testing/reads-of.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { giveBackOfLost } from './give-back-of-lost.ts'
import { setPresence } from './set-presence.ts'

const agents = 7_500
const inCalls = 600
const graceMs = 120_000
const anHourAgo = new Date(Date.now() - 3_600_000)

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
  await manyAgents(routing.ctx, agents, (at) => ({
    leftAt: anHourAgo,
    presenceSince: anHourAgo,
    ...(at < inCalls ? { free: 0 } : {}),
  }))
  await Reservations(routing.ctx.db).collection.insertMany(
    Array.from({ length: inCalls }, (_, at) => ({
      _id: `call-${at}`,
      kind: 'PRIMARY',
      workItemId: `item-of-call-${at}`,
      agentId: `many-${at}`,
      mediaType: 'VOICE',
      status: 'ACCEPTED',
      createdAt: anHourAgo,
    })) as never[],
  )
})
afterAll(() => routing.stop())

/** The agent has a chat in hand, and left after all the others. */
async function leftWithChat(agentId: string): Promise<string> {
  const { _id } = await routing.inHand(agentId)
  await setPresence(routing.ctx, agentId, 'OFFLINE')
  const leftAt = new Date(anHourAgo.getTime() + 60_000)
  await Agents(routing.ctx.db).updateOne({ _id: agentId }, { leftAt })
  return _id
}

const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)

/** What a pass looks at of a collection. */
async function passOver(collection: string) {
  const reads = await readsOf(routing.ctx, collection, () => giveBackOfLost(routing.ctx, graceMs))
  const plans = reads.map(({ planSummary }) => planSummary)
  expect(plans.join()).not.toContain('COLLSCAN')
  return {
    plans,
    keys: total(reads.map(({ keysExamined }) => keysExamined)),
    docs: total(reads.map(({ docsExamined }) => docsExamined)),
  }
}

test('a shift of 7,500 that left is looked through once, and a chat behind 600 calls is given back', async () => {
  const chat = await leftWithChat('zoe')
  await passOver('agents')
  expect((await routing.item(chat)).status).toBe('QUEUED')
  expect(await Agents(routing.ctx.db).countDocuments({ leftAt: { $exists: true } })).toBe(inCalls)

  const again = await passOver('agents')
  expect(again.plans[0]).toBe('IXSCAN { leftAt: 1, _id: 1 }')
  // The index alone tells who; then each is asked once whether they have nothing left.
  expect(again.keys).toBeLessThan(3 * inCalls)
  expect(again.docs).toBe(inCalls)
  const held = await passOver('reservations')
  expect(new Set(held.plans)).toEqual(new Set(['IXSCAN { agentId: 1, status: 1, createdAt: 1, _id: 1 }']))
  expect(held.docs).toBe(inCalls)
})

test('a contact that can not be given back does not keep the others', async () => {
  const broken = await leftWithChat('ada')
  const chat = await leftWithChat('bo')
  await WorkItems(routing.ctx.db).collection.updateOne(
    { _id: broken as never },
    { $unset: { conversationId: 1 } },
  )
  await giveBackOfLost(routing.ctx, graceMs)
  expect((await routing.item(broken)).status).toBe('ASSIGNED')
  expect((await routing.item(chat)).status).toBe('QUEUED')
  expect((await Agents(routing.ctx.db).findById('ada').lean())?.leftAt).toBeDefined()
})
