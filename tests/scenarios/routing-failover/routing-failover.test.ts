import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropEverything } from '#platform/testkit/drop-everything.ts'
import { testEnvironment } from '#platform/testkit/test-config.ts'
import { until } from '#platform/testkit/until.ts'
import { WorkItems } from '../../../subgraphs/routing/models/work-item.ts'
import { saveQueue } from '../../../subgraphs/routing/services/queues/save-queue.ts'
import { expectInvariants } from '../../../subgraphs/routing/testing/expect-invariants.ts'
import {
  createRoutingUnderTest,
  type RoutingUnderTest,
} from '../../../subgraphs/routing/testing/routing-under-test.ts'
import { quantile } from '../../bench/quantile.ts'
import { followHistory, type History } from './follow-history.ts'
import { keepBusy, type Load } from './keep-busy.ts'
import { type RoutingProcess, startRoutingProcess } from './routing-process.ts'
import { seedWaiting } from './seed-waiting.ts'

/** The full size is 100,000: FAILOVER_WAITING=100000 npm test -- tests/scenarios/routing-failover */
const waiting = Number(process.env['FAILOVER_WAITING'] ?? 20_000)
const kills = Number(process.env['FAILOVER_KILLS'] ?? 20)

/** The test's own view of the store: customers and agents live here, and nothing leads. */
let routing: RoutingUnderTest
let history: History
let load: Load
const processes = new Set<RoutingProcess>()

async function start(): Promise<RoutingProcess> {
  const started = await startRoutingProcess(testEnvironment(routing.prefix))
  processes.add(started)
  return started
}

async function end(one: RoutingProcess, signal: NodeJS.Signals): Promise<void> {
  processes.delete(one)
  await one.end(signal)
}

/** The process that leads, once another one stands by, warm. */
function leaderWithStandby(): Promise<RoutingProcess> {
  return until('a leader and a warm standby', async () => {
    const all = await Promise.all([...processes].map(async (one) => ({ one, ...(await one.standing()) })))
    const leader = all.find(({ leads }) => leads)
    return all.some(({ warm, leads }) => warm && !leads) ? leader?.one : undefined
  })
}

/** Milliseconds from an instant to the first offer of a later epoch. */
async function offersAfter(epoch: number, from: number): Promise<number> {
  return (await until('offers of the next leader', () => history.firstOfferAfter(epoch))) - from
}

beforeAll(async () => {
  routing = await createRoutingUnderTest()
  await saveQueue(routing.ctx, {
    _id: 'far',
    name: 'Nobody is there',
    mediaTypes: ['CHAT'],
    domain: 'far',
    requiredSkills: [{ skillId: 'nobody-has-it', minimumProficiency: 1 }],
    reservationTimeoutMs: 20_000,
  })
  await seedWaiting(routing.ctx, 'far', waiting)
  await Promise.all(Array.from({ length: 30 }, (_, n) => routing.available(`agent-${n}`)))
  history = await followHistory(routing.ctx)
  await Promise.all([start(), start()])
  load = keepBusy(routing, 4)
  await leaderWithStandby()
}, 120_000)

afterAll(async () => {
  await load?.stop()
  await Promise.all([...processes].map((one) => end(one, 'SIGKILL')))
  await history?.stop()
  const { MONGODB_URI, VALKEY_URL } = testEnvironment(routing.prefix)
  await routing.stop()
  // The programs that were killed leave names behind that the service of the test never had.
  if (MONGODB_URI && VALKEY_URL) {
    await dropEverything({ MONGODB_URI, VALKEY_URL, NAME_PREFIX: routing.prefix }, 'routing')
  }
}, 60_000)

test(`the leader is killed ${kills} times under load: the standby goes on, and nothing is lost or offered twice`, async () => {
  const tookOver: number[] = []
  let starting = start()
  for (let n = 0; n < kills; n += 1) {
    const leader = await leaderWithStandby()
    const { epoch } = history
    const killedAt = performance.now()
    await end(leader, 'SIGKILL')
    tookOver.push(await offersAfter(epoch, killedAt))
    await starting
    starting = start()
  }
  await starting
  expect(history.violations).toEqual([])
  const sorted = tookOver.toSorted((a, b) => a - b)
  const [median, longest] = [quantile(sorted, 0.5), sorted.at(-1) ?? 0]
  console.log(
    `routing-failover: ${kills} kills at ${waiting} waiting contacts; from the kill to the next leader's first offer ` +
      `${Math.round(median)} ms (median), ${Math.round(longest)} ms (longest); ${history.offers} offers`,
  )
}, 300_000)

test('a leader that is paused and wakes up after the take-over writes nothing, and is a good standby', async () => {
  const paused = await leaderWithStandby()
  const { epoch } = history
  const pausedAt = performance.now()
  paused.child.kill('SIGSTOP')
  const ms = await offersAfter(epoch, pausedAt)
  console.log(
    `routing-failover: the leader paused; the next one's first offer came after ${Math.round(ms)} ms`,
  )
  paused.child.kill('SIGCONT')
  await until('it stands by', async () => {
    const { warm, leads } = await paused.standing()
    return warm && !leads
  })
  // Alone, it leads again, with what has happened meanwhile.
  const later = history.epoch
  await Promise.all([...processes].filter((one) => one !== paused).map((one) => end(one, 'SIGKILL')))
  await offersAfter(later, performance.now())
  expect(history.violations).toEqual([])

  load.noMoreContacts()
  await until('every contact is served', async () => {
    const ours = await WorkItems(routing.ctx.db)
      .find({ _id: { $in: [...load.workItemIds] } })
      .lean()
    const left = ours.filter(({ status }) => status !== 'COMPLETED')
    if (left.length > 0) throw new Error(`left: ${left.map(({ _id, status }) => `${_id} ${status}`).join()}`)
    return ours.length === new Set(load.workItemIds).size
  })
  await load.stop()
  await expectInvariants(routing.ctx)
  expect(await WorkItems(routing.ctx.db).countDocuments({ queueId: 'far', status: 'QUEUED' })).toBe(waiting)
  expect(history.violations).toEqual([])
}, 120_000)
