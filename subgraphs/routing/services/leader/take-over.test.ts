import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { Leases } from '../../models/lease.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { setPresence } from '../agents/set-presence.ts'
import { releaseLease } from './release-lease.ts'
import { runLeader } from './run-leader.ts'
import { createStoreTime } from './store-time.ts'
import { takeOver } from './take-over.ts'

const leaseMs = 600
let routing: RoutingUnderTest
beforeEach(async () => {
  routing = await createRoutingUnderTest()
})
afterEach(() => routing.stop())

const offered = (workItemId: string) => until('an offer', () => routing.offerOf(workItemId))

test('a lease that somebody holds is not taken; one given up is, under the next epoch, and the log tells', async () => {
  const first = await takeOver(routing.ctx, 'first', 60_000, createStoreTime())
  expect(first).not.toBeNull()
  expect(await takeOver(routing.ctx, 'second', 60_000, createStoreTime())).toBeNull()
  if (first) await releaseLease(routing.ctx, first)
  const second = await takeOver(routing.ctx, 'second', 60_000, createStoreTime())
  expect(second?.epoch).toBe((first?.epoch ?? 0) + 1)
  const led = await RoutingLog(routing.ctx.db).find({ kind: 'LED' }).sort({ _id: 1 }).lean()
  expect(led.map(({ epoch }) => epoch)).toEqual([first?.epoch, second?.epoch])
})

test('what a leader that was killed in a transaction has locked does not hold up its successor', async () => {
  const { ctx } = routing
  await takeOver(ctx, 'killed', leaseMs, createStoreTime())
  await routing.available('ada')
  // Its last transaction: the fence and an agent written, and nobody who goes on with it.
  const session = await ctx.db.startSession()
  session.startTransaction({ readConcern: { level: 'snapshot' } })
  await Leases(ctx.db).updateOne({ _id: 'core', holder: 'killed' }, { $inc: { writes: 1 } }, { session })
  const beganAt = performance.now()
  const lease = await until('the successor leads', () => takeOver(ctx, 'next', leaseMs, createStoreTime()))
  expect(lease.holder).toBe('next')
  // The store itself would have ended the transaction after 15 seconds.
  expect(performance.now() - beganAt).toBeLessThan(10_000)
  await session.abortTransaction().catch(() => undefined)
  await session.endSession()
})

test('the standby takes over warm, from a leader that ends and from one that only falls silent', async () => {
  const { ctx } = routing
  await routing.available('ada')
  const stopFirst = runLeader(ctx, leaseMs)
  const one = await routing.request('SOCIAL')
  await offered(one._id)
  const stopSecond = runLeader(ctx, leaseMs)
  const two = await routing.request('SOCIAL')
  await offered(two._id)
  await stopFirst()
  const three = await routing.request('SOCIAL')
  await offered(three._id)
  // Somebody else leads for a while and writes nothing: the second one stands by, and comes back.
  await Leases(ctx.db).updateOne(
    { _id: 'core' },
    { holder: 'silent', $inc: { epoch: 1 }, expiresAt: new Date(Date.now() + 1_500) },
  )
  const four = await routing.request('SOCIAL')
  await offered(four._id)
  await stopSecond()
  const offers = await RoutingLog(ctx.db).find({ kind: 'OFFERED' }).sort({ _id: 1 }).lean()
  expect(offers.map(({ workItemId }) => workItemId)).toEqual([one, two, three, four].map(({ _id }) => _id))
  const epochs = offers.map(({ epoch }) => epoch ?? 0)
  expect(epochs[1]).toBe(epochs[0])
  expect(epochs[2]).toBeGreaterThan(epochs[1] ?? 0)
  expect(epochs[3]).toBeGreaterThan((epochs[2] ?? 0) + 1)
})

test('a lost log is no silence: the core is read anew and goes on', async () => {
  const { ctx } = routing
  await routing.available('ada')
  const stop = runLeader(ctx, leaseMs)
  try {
    await offered((await routing.request('SOCIAL'))._id)
    await ctx.db.dropCollection(RoutingLog(ctx.db).collection.name)
    // What happens while nobody hears of it is found in the store.
    await setPresence(ctx, 'ada', 'AWAY')
    await routing.available('bo')
    const missed = await routing.request('SOCIAL')
    expect((await offered(missed._id)).agentId).toBe('bo')
    const next = await routing.request('SOCIAL')
    expect((await offered(next._id)).agentId).toBe('bo')
  } finally {
    await stop()
  }
})
