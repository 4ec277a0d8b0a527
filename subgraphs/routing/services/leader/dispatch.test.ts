import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageOf } from '#platform/graph/connection.ts'
import { newId } from '#platform/ids/new-id.ts'
import { until } from '#platform/testkit/until.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { Agents } from '../../models/agent.ts'
import { Leases } from '../../models/lease.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { acceptReservation } from '../work/accept-reservation.ts'
import { agentInbox } from '../agents/agent-inbox.ts'
import { commitOffers } from './commit-offers.ts'
import { lineOf } from '../core/line-of.ts'
import { dispatch } from './dispatch.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import { queueBoard } from '../queues/queue-board.ts'
import { queueFigures } from '../queues/queue-figures.ts'
import { headOfLine } from './read-routing-state.ts'
import { rejectReservation } from '../work/reject-reservation.ts'
import { releaseLease } from './release-lease.ts'
import { runDispatcher } from './run-dispatcher.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { setPresence } from '../agents/set-presence.ts'
import { signedOnAgents } from '../agents/signed-on-agents.ts'
import { sweepOverdue } from '../sweep-overdue.ts'
import { waitingItems } from '../work/waiting-items.ts'

let routing: RoutingUnderTest
beforeEach(async () => {
  routing = await createRoutingUnderTest()
})
afterEach(() => routing.stop())

async function lead(holder: string): Promise<Lease> {
  const lease = await holdLease(routing.ctx, holder, 60_000)
  if (!lease) throw new Error('another leads')
  return lease
}

test('of two leaders only the newer one writes: a stale epoch is refused, and so is its batch', async () => {
  const old = await lead('old')
  expect(await holdLease(routing.ctx, 'new', 60_000)).toBeNull()
  expect(await lead('old')).toEqual(old)
  // The old one falls silent and its lease runs out; it does not know.
  await Leases(routing.ctx.db).updateOne({ _id: 'core' }, { expiresAt: new Date(0) })
  const next = await lead('new')
  expect(next.epoch).toBe(old.epoch + 1)
  await routing.available('ada')
  const item = await routing.request('CHAT')
  await expect(dispatch(routing.ctx, old)).rejects.toMatchObject({ code: 'LEASE_LOST' })
  expect(await Reservations(routing.ctx.db).countDocuments()).toBe(0)
  expect((await dispatch(routing.ctx, next)).offers).toBe(1)
  expect((await routing.offerOf(item._id))?.agentId).toBe('ada')
  await releaseLease(routing.ctx, old)
  expect((await Leases(routing.ctx.db).findById('core').lean())?.holder).toBe('new')
  await releaseLease(routing.ctx, next)
  expect((await lead('third')).epoch).toBe(next.epoch + 1)
})

test('a take-over in the middle of a leader’s transaction leaves one of them without effect', async () => {
  for (let round = 0; round < 8; round += 1) {
    const agentId = `agent-${round}`
    await routing.available(agentId)
    const item = await routing.request('VOICE')
    const old = await lead(`old-${round}`)
    const [offered] = await Promise.allSettled([
      dispatch(routing.ctx, old),
      Leases(routing.ctx.db).updateOne({ _id: 'core' }, { holder: 'usurper', $inc: { epoch: 1 } }),
    ])
    const written = await Reservations(routing.ctx.db).countDocuments({ workItemId: item._id })
    expect(written).toBe(offered.status === 'fulfilled' ? 1 : 0)
    await routing.ended(item.sessionId, false)
    await setPresence(routing.ctx, agentId, 'OFFLINE')
    await Leases(routing.ctx.db).updateOne({ _id: 'core' }, { expiresAt: new Date(0) })
  }
})

test('offers whose agent left or whose customer hung up meanwhile are left out of the batch', async () => {
  await routing.available('ada')
  await routing.available('bo')
  const left = await routing.request('CHAT')
  const gone = await routing.request('CHAT')
  const kept = await routing.request('CHAT')
  await setPresence(routing.ctx, 'ada', 'AWAY')
  await routing.ended(gone.sessionId, false)
  const offer = (workItemId: string, agentId: string) =>
    ({
      workItemId,
      agentId,
      queueId: 'general',
      weight: 20,
      reason: 'LONGEST_IDLE',
      timeoutMs: 30_000,
    }) as const
  const offers = [offer(left._id, 'ada'), offer(gone._id, 'bo'), offer(kept._id, 'bo')]
  const made = await commitOffers(routing.ctx, await lead('one'), offers, new Date())
  expect(made.map(({ workItemId }) => workItemId)).toEqual([kept._id])
  await expectInvariants(routing.ctx)
})

test('an offer that can not be written keeps no other of its batch back', async () => {
  await routing.available('ada')
  const poisoned = await routing.request('CHAT')
  const sound = await routing.request('CHAT')
  // A live reservation that its item does not know of: the unique index refuses a second one.
  const { _id, ...fields } = {
    _id: newId(),
    workItemId: poisoned._id,
    sessionId: poisoned.sessionId,
    queueId: 'general',
    agentId: 'nobody',
    mediaType: 'CHAT' as const,
    weight: 20,
    status: 'ACCEPTED' as const,
    createdAt: new Date(),
    expiresAt: new Date(),
  }
  await Reservations(routing.ctx.db).create({ _id, ...fields })
  const result = await dispatch(routing.ctx, await lead('one'))
  expect(result.offers).toBe(1)
  expect((await routing.offerOf(sound._id))?.agentId).toBe('ada')
  expect((await routing.item(poisoned._id)).status).toBe('QUEUED')
  await expectInvariants(routing.ctx)
})

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
  const stops = [runDispatcher(routing.ctx, 5_000), runDispatcher(routing.ctx, 5_000)]
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

test('the lines and the head of a line are read by the index, and no more of it than is needed', async () => {
  await Promise.all(Array.from({ length: 20 }, () => routing.request('CHAT')))
  const head = JSON.stringify(
    await headOfLine(routing.ctx, lineOf('general', 'CHAT'), 5).explain('executionStats'),
  )
  expect(head).toContain('IXSCAN')
  expect(head).not.toMatch(/COLLSCAN|"stage":"SORT"/)
  expect(head).toContain('"totalDocsExamined":5')
  const lines = await routing.ctx.db.db?.command({
    explain: { distinct: 'workItems', key: 'line', query: { status: 'QUEUED' } },
  })
  expect(JSON.stringify(lines)).toContain('DISTINCT_SCAN')
})

test('of all that a contact, the sweeper and the board read, nothing scans a collection that grows', async () => {
  const { ctx } = routing
  const db = ctx.db.db
  if (!db) throw new Error('not connected')
  await routing.available('ada')
  await db.command({ profile: 2 })
  const item = await routing.request('CHAT')
  await routing.dispatchAll()
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
