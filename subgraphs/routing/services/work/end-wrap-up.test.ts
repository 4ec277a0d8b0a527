import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { sweepOverdue } from '../sweep-overdue.ts'
import { endDirect } from './end-direct.ts'
import { endWrapUp } from './end-wrap-up.ts'
import { transferWork } from './transfer-work.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

const past = new Date(0)

test('after-contact work ends by itself, not early, and the agent is free for the next customer', async () => {
  const item = await routing.inHand('ada', 'VOICE')
  await routing.ended(item.sessionId, true)
  const wrapping = await routing.item(item._id)
  const { wrapUpEndsAt } = wrapping
  expect(wrapUpEndsAt?.getTime()).toBeGreaterThan(Date.now() + 500_000)
  expect(await endWrapUp(routing.ctx, item._id)).toBe(false)
  expect((await routing.item(item._id)).status).toBe('WRAPPING')
  await WorkItems(routing.ctx.db).updateOne({ _id: item._id }, { wrapUpEndsAt: past })
  await sweepOverdue(routing.ctx)
  expect((await routing.item(item._id)).status).toBe('COMPLETED')
  expect((await Reservations(routing.ctx.db).findById(item.reservationId).lean())?.status).toBe('COMPLETED')
  expect(await Agents(routing.ctx.db).findById('ada').lean()).toMatchObject({ free: 60 })
  expect((await routing.logOf(item._id)).at(-1)).toMatchObject({ kind: 'CLOSED', reason: 'WRAP_UP_LIMIT' })
  // What the agent writes down later changes nothing for routing.
  await routing.wrappedUp(item.sessionId, 'ada')
  await expectInvariants(routing.ctx)
})

test('a queue without a limit leaves after-contact work to its agent', async () => {
  await saveQueue(routing.ctx, {
    _id: 'calm',
    name: 'Calm',
    mediaTypes: ['CHAT'],
    domain: 'calm',
    requiredSkills: [],
    reservationTimeoutMs: 30_000,
    wrapUpLimitMs: null,
  })
  const item = await routing.inHand('bo', 'CHAT', { domain: 'calm' })
  await routing.ended(item.sessionId, true)
  expect((await routing.item(item._id)).wrapUpEndsAt).toBeUndefined()
})

test('of a wrap-up and its limit at the same moment one ends it', async () => {
  for (let round = 0; round < 6; round += 1) {
    const item = await routing.inHand(`racer-${round}`)
    await routing.ended(item.sessionId, true)
    await WorkItems(routing.ctx.db).updateOne({ _id: item._id }, { wrapUpEndsAt: past })
    await Promise.all([routing.wrappedUp(item.sessionId, `racer-${round}`), endWrapUp(routing.ctx, item._id)])
    const closed = (await routing.logOf(item._id)).filter(({ kind }) => kind === 'CLOSED')
    expect(closed).toHaveLength(1)
    await expectInvariants(routing.ctx)
  }
})

test('a contact waits for one person only so long, then for anybody of its queue', async () => {
  await routing.available('cy')
  const item = await routing.inHand('dee')
  await transferWork(
    routing.ctx,
    { workItemId: item._id, kind: 'COLD', agentId: 'cy' },
    { id: 'dee', supervises: false },
  )
  expect(await endDirect(routing.ctx, item._id)).toBe(false)
  await WorkItems(routing.ctx.db).updateOne({ _id: item._id }, { onlyAgentUntil: past })
  await sweepOverdue(routing.ctx)
  const opened = await routing.item(item._id)
  expect(opened.onlyAgentId).toBeUndefined()
  expect(opened).toMatchObject({ status: 'QUEUED', orderAt: item.orderAt })
})
