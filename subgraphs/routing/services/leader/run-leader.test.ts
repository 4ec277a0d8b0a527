import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageOf } from '#platform/graph/connection.ts'
import { until } from '#platform/testkit/until.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { decideFromStore } from '../../testing/decide-from-store.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from '../work/accept-reservation.ts'
import { agentInbox } from '../agents/agent-inbox.ts'
import { queueBoard } from '../queues/queue-board.ts'
import { queueFigures } from '../queues/queue-figures.ts'
import { rejectReservation } from '../work/reject-reservation.ts'
import { commitOffers } from './commit-offers.ts'
import { holdLease } from './hold-lease.ts'
import { runLeader } from './run-leader.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { signedOnAgents } from '../agents/signed-on-agents.ts'
import { sweepOverdue } from '../sweep-overdue.ts'
import { waitingItems } from '../work/waiting-items.ts'

let routing: RoutingUnderTest
beforeEach(async () => {
  routing = await createRoutingUnderTest()
})
afterEach(() => routing.stop())

test('an agent takes one call, or three chats, or five social messages', async () => {
  const taken = async (mediaType: MediaType): Promise<number> => {
    const items = await Promise.all(Array.from({ length: 6 }, () => routing.request(mediaType)))
    await routing.dispatchAll()
    await expectInvariants(routing.ctx)
    const pending = await Reservations(routing.ctx.db).countDocuments({ status: 'PENDING' })
    await Promise.all(items.map((item) => routing.ended(item.sessionId, false)))
    return pending
  }
  await routing.available('ada')
  expect([await taken('VOICE'), await taken('CHAT'), await taken('SOCIAL')]).toEqual([1, 3, 5])
})

test('a long line that nobody can serve keeps no other line waiting', async () => {
  await saveQueue(routing.ctx, {
    _id: 'calls',
    name: 'Calls',
    mediaTypes: ['VOICE'],
    requiredSkills: [{ skillId: 'voice', minimumProficiency: 1 }],
    reservationTimeoutMs: 20_000,
  })
  await Promise.all(Array.from({ length: 60 }, () => routing.request('VOICE')))
  const chat = await routing.request('CHAT')
  await routing.available('ada')
  await routing.dispatchAll()
  expect((await routing.offerOf(chat._id))?.agentId).toBe('ada')
})

test('fifty contacts at once, ten agents who accept, reject, leave and wrap up: the invariants hold', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, n) => routing.available(`agent-${n}`)))
  const stops = [runLeader(routing.ctx, 1_500), runLeader(routing.ctx, 1_500)]
  const media: MediaType[] = ['VOICE', 'CHAT', 'SOCIAL', 'CHAT', 'EMAIL']
  try {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => routing.request(media[n % media.length] ?? 'CHAT')),
    )
    let turn = 0
    await until(
      'all are done',
      async () => {
        await expectInvariants(routing.ctx)
        const pending = await Reservations(routing.ctx.db).find({ status: 'PENDING' }).lean()
        await Promise.all(
          pending.map(async ({ _id, agentId, sessionId }) => {
            turn += 1
            if (turn % 7 === 0) await rejectReservation(routing.ctx, _id, agentId)
            else {
              await acceptReservation(routing.ctx, _id, agentId)
              await routing.answered(sessionId, agentId)
              await routing.ended(sessionId, true)
              await routing.wrappedUp(sessionId, agentId)
            }
          }),
        )
        return (await WorkItems(routing.ctx.db).countDocuments({ status: 'COMPLETED' })) === 50
      },
      80_000,
    )
    await expectInvariants(routing.ctx)
    expect(await Agents(routing.ctx.db).countDocuments({ free: 60 })).toBe(10)
  } finally {
    await Promise.all(stops.map((stop) => stop()))
  }
}, 90_000)

test('of all that a contact, the sweeper and the board read, nothing scans a collection that grows', async () => {
  const { ctx } = routing
  const db = ctx.db.db
  if (!db) throw new Error('not connected')
  await routing.available('ada')
  await db.command({ profile: 2 })
  const item = await routing.request('CHAT')
  await db.command({ profile: 0 })
  // A core that begins reads all agents, once.
  const offers = await decideFromStore(ctx, new Date())
  await db.command({ profile: 2 })
  const lease = await holdLease(ctx, 'one', 60_000)
  expect(lease && (await commitOffers(ctx, lease, offers, new Date())).made).toHaveLength(1)
  await acceptReservation(ctx, (await routing.offerOf(item._id))?._id ?? '', 'ada')
  await routing.answered(item.sessionId, 'ada')
  await sweepOverdue(ctx)
  const queueIds = (await queueBoard(ctx)).queues.map(({ _id }) => _id)
  await queueFigures(ctx, queueIds)
  await waitingItems(ctx, queueIds, pageOf({ first: 20 }))
  await signedOnAgents(ctx)
  await agentInbox(ctx, 'ada')
  await routing.ended(item.sessionId, true)
  await routing.wrappedUp(item.sessionId, 'ada')
  await db.command({ profile: 0 })
  const reads = await db
    .collection('system.profile')
    .find({ planSummary: { $exists: true } })
    .toArray()
  const growing = /\.(workItems|reservations|appliedSlas|slaEvents|agents|processedEvents)$/
  const scans = reads.filter(({ ns, planSummary }) => growing.test(ns) && planSummary === 'COLLSCAN')
  expect(reads.filter(({ ns }) => growing.test(ns)).length).toBeGreaterThan(20)
  expect(scans.map(({ ns, command }) => [ns, command])).toEqual([])
  const figures = reads.find(({ command }) => JSON.stringify(command).includes('atRiskCount'))
  expect(figures).toMatchObject({ docsExamined: 0 })
})
