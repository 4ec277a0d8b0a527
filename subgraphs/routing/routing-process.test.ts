import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropEverything } from '#platform/testkit/drop-everything.ts'
import { testEnvironment } from '#platform/testkit/test-config.ts'
import { until } from '#platform/testkit/until.ts'
import { AppliedSlas } from './models/applied-sla.ts'
import { Leases } from './models/lease.ts'
import { Reservations } from './models/reservation.ts'
import { SlaEvents } from './models/sla-event.ts'
import { saveSlaPolicy } from './services/sla/save-sla-policy.ts'
import { storeClock } from './services/store-clock.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from './testing/routing-under-test.ts'

/** The test's own view of the store: it runs nothing by itself. */
let routing: RoutingUnderTest
const running = new Set<ChildProcess>()

/** The real program, as its supervisor would start it, beside the test on the same names. */
async function start(): Promise<ChildProcess> {
  const env = testEnvironment(routing.prefix, { ROUTING_LEASE_MS: '1000' })
  const child = fork(new URL('./server.ts', import.meta.url), {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'inherit',
  })
  running.add(child)
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(25_000) })
  expect(message).toMatchObject({ kind: 'ready' })
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
  running.delete(child)
}

beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(async () => {
  await Promise.all([...running].map((child) => end(child, 'SIGKILL')))
  const { MONGODB_URI, VALKEY_URL } = testEnvironment(routing.prefix)
  await routing.stop()
  // The programs that were killed leave names behind that the service of the test never had.
  if (MONGODB_URI && VALKEY_URL) {
    await dropEverything({ MONGODB_URI, VALKEY_URL, NAME_PREFIX: routing.prefix }, 'routing')
  }
})

test('a process killed with clocks running and an offer open loses none of them', async () => {
  const { db } = routing.ctx
  for (const [id, mediaType] of [
    ['default-chat', 'CHAT'],
    ['default-social', 'SOCIAL'],
  ] as const) {
    const fields = { name: id, mediaType, queueId: null, metric: 'FIRST_RESPONSE' } as const
    await saveSlaPolicy(routing.ctx, { _id: id, ...fields, targetMs: 4_000, warnBeforeMs: 2_000 })
  }
  const first = await start()
  await routing.available('ada')
  const offered = await routing.request('CHAT')
  const offer = await until('an offer by the program', () => routing.offerOf(offered._id))
  const items = await Promise.all(
    Array.from({ length: 24 }, (_, n) => routing.request(n % 2 === 0 ? 'CHAT' : 'SOCIAL')),
  )
  await end(first, 'SIGKILL')
  const epoch = (await Leases(db).findById('core').lean())?.epoch ?? Number.NaN

  const clocks = await AppliedSlas(db).find().lean()
  expect(clocks).toHaveLength(items.length + 1)
  const lastDueAt = new Date(Math.max(...clocks.map(({ dueAt }) => dueAt.getTime())))
  await until(
    'all clocks to run out while nobody looks',
    async () => (await storeClock(routing.ctx)) > lastDueAt,
  )
  await Reservations(db).updateOne({ _id: offer._id, status: 'PENDING' }, { expiresAt: lastDueAt })

  const second = await start()
  await until(
    'every breach',
    async () => (await AppliedSlas(db).countDocuments({ status: 'MISSED' })) === clocks.length,
  )
  await until('every event numbered', async () => !(await SlaEvents(db).exists({ pending: true })))
  const events = await SlaEvents(db).find().sort({ sequence: 1 }).lean()
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, at) => at + 1))
  for (const clock of clocks) {
    const own = events.filter(({ appliedSlaId }) => appliedSlaId === clock._id)
    expect(own.map(({ status }) => status)).toEqual(['WARNED', 'MISSED'])
    expect(own[0]?.occurredAt.getTime()).toBeGreaterThanOrEqual(clock.warnAt.getTime())
    expect(own[1]?.occurredAt.getTime()).toBeGreaterThanOrEqual(clock.dueAt.getTime())
  }
  await until(
    'the open offer timed out',
    async () => (await Reservations(db).findById(offer._id).lean())?.status === 'TIMED_OUT',
  )
  await routing.available('bo')
  await until('the contact offered again, by the new leader', async () => {
    const again = await routing.offerOf(offered._id)
    return again?.agentId === 'bo'
  })
  expect((await Leases(db).findById('core').lean())?.epoch).toBe(epoch + 1)
  await end(second, 'SIGTERM')
  expect((await Leases(db).findById('core').lean())?.holder).toBe('')
}, 90_000)
