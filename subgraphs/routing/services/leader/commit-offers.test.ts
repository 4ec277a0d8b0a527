import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import { reservationCreated } from '#schema/events/reservation-created.ts'
import { Agents } from '../../models/agent.ts'
import { Leases } from '../../models/lease.ts'
import { Reservations } from '../../models/reservation.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { WorkItems } from '../../models/work-item.ts'
import { decideFromStore } from '../../testing/decide-from-store.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { setPresence } from '../agents/set-presence.ts'
import { commitOffers } from './commit-offers.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import { releaseLease } from './release-lease.ts'

let routing: RoutingUnderTest
beforeEach(async () => {
  routing = await createRoutingUnderTest()
})
afterEach(() => routing.stop())

const at = new Date()
const decide = () => decideFromStore(routing.ctx, new Date())

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
  const offers = await decide()
  await expect(commitOffers(routing.ctx, old, offers, at)).rejects.toMatchObject({ code: 'LEASE_LOST' })
  expect(await Reservations(routing.ctx.db).countDocuments()).toBe(0)
  expect((await commitOffers(routing.ctx, next, offers, at)).made).toHaveLength(1)
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
    const offers = await decide()
    const [offered] = await Promise.allSettled([
      commitOffers(routing.ctx, old, offers, at),
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
  for (let n = 0; n < 6; n += 1) await routing.request('CHAT')
  const offers = await decide()
  await setPresence(routing.ctx, 'ada', 'AWAY')
  const [gone, ...kept] = offers.filter(({ agentId }) => agentId === 'bo').map(({ workItemId }) => workItemId)
  await routing.ended((await routing.item(gone ?? '')).sessionId, false)
  const { made, refused, failed } = await commitOffers(routing.ctx, await lead('one'), offers, at)
  expect(made.map(({ workItemId }) => workItemId)).toEqual(kept)
  expect([refused.length, failed.length]).toEqual([4, 0])
  await expectInvariants(routing.ctx)
})

test('an offer decided before its item changed is refused', async () => {
  await routing.available('ada')
  const item = await routing.request('CHAT')
  const offers = await decide()
  await WorkItems(routing.ctx.db).updateOne({ _id: item._id }, { $inc: { version: 1 } })
  expect((await commitOffers(routing.ctx, await lead('one'), offers, at)).refused).toEqual(offers)
})

test('rows that change between the look and the write cost nobody else their offer', async () => {
  await routing.available('ada')
  await routing.available('bo')
  for (let n = 0; n < 6; n += 1) await routing.request('CHAT')
  const offers = await decide()
  // The agent's row changes behind the leader's look, at the last moment there is: in its own transaction.
  const { ctx } = routing
  let meddled = false
  const meddling: typeof ctx = {
    ...ctx,
    transaction: async (work, session) => {
      if (!meddled) {
        meddled = true
        await setPresence(ctx, 'ada', 'AWAY')
      }
      return ctx.transaction(work, session)
    },
  }
  const { made, refused } = await commitOffers(meddling, await lead('one'), offers, at)
  expect(new Set(made.map(({ agentId }) => agentId))).toEqual(new Set(['bo']))
  expect([made.length, refused.length]).toEqual([3, 3])
  await expectInvariants(ctx)
})

test('an offer that can not be written keeps no other of its batch back', async () => {
  await routing.available('ada')
  const poisoned = await routing.request('CHAT')
  const sound = await routing.request('CHAT')
  const offers = await decide()
  // A live reservation that its item does not know of: the unique index refuses a second one.
  const orphan = {
    workItemId: poisoned._id,
    sessionId: poisoned.sessionId,
    queueId: 'general',
    agentId: 'nobody',
    mediaType: 'CHAT' as const,
    weight: 20,
    status: 'ACCEPTED' as const,
    createdAt: at,
    expiresAt: at,
  }
  await Reservations(routing.ctx.db).create({ _id: newId(), ...orphan })
  const { made, failed } = await commitOffers(routing.ctx, await lead('one'), offers, at)
  expect(made.map(({ workItemId }) => workItemId)).toEqual([sound._id])
  expect(failed.map(({ workItemId }) => workItemId)).toEqual([poisoned._id])
  expect((await routing.item(poisoned._id)).status).toBe('QUEUED')
  await expectInvariants(routing.ctx)
})

test('the log, the event and the item tell of an offer, with its grounds and its epoch', async () => {
  await routing.available('ada')
  const item = await routing.request('CHAT')
  const offers = await decide()
  const lease = await lead('one')
  const { made } = await commitOffers(routing.ctx, lease, offers, at)
  const entry = await RoutingLog(routing.ctx.db).findOne({ workItemId: item._id, kind: 'OFFERED' }).lean()
  expect(entry).toMatchObject({
    reason: 'ONLY_ELIGIBLE',
    agentId: 'ada',
    reservationId: made[0]?._id,
    epoch: lease.epoch,
    command: { kind: 'RESERVED', workItemId: item._id, agentId: 'ada', version: item.version + 1 },
    decision: { rule: 'ONLY_ELIGIBLE', ring: 0, candidates: [{ agentId: 'ada', outcome: 'CHOSEN' }] },
  })
  expect(await routing.item(item._id)).toMatchObject({ status: 'RESERVED', version: item.version + 1 })
  expect(routing.emitted(reservationCreated)).toHaveLength(1)
})

test('a batch of sixty costs as many statements as one of three', async () => {
  const statementsFor = async (agents: number): Promise<string[]> => {
    await Promise.all(Array.from({ length: agents }, (_, n) => routing.available(`agent-${agents}-${n}`)))
    await Promise.all(Array.from({ length: 3 * agents }, () => routing.request('CHAT')))
    const offers = await decide()
    expect(offers).toHaveLength(3 * agents)
    const lease = await lead('one')
    const calls = await storeCallsOf(async () => {
      expect((await commitOffers(routing.ctx, lease, offers, at)).made).toHaveLength(3 * agents)
    })
    await Agents(routing.ctx.db).updateMany({}, { presence: 'OFFLINE' })
    // The events of a batch are the kit's concern.
    return calls.filter((call) => !call.startsWith('outbox'))
  }
  const few = await statementsFor(1)
  expect(await statementsFor(20)).toEqual(few)
  expect(few.length).toBeLessThan(10)
})
