import { until } from '#platform/testkit/until.ts'
import { Fleets } from '../../load/clients/fleets.ts'
import type { FleetPlan } from '../../load/clients/fleet-protocol.ts'
import { Publisher } from '../../load/publisher.ts'
import { followMessages } from '../../load/system/live-system.ts'
import { cpuTimeMs } from '../process/cpu-time.ts'
import { type CollectedMemory, inspectProcess } from '../process/inspector.ts'
import { quantile } from '../quantile.ts'
import type { LiveContestant } from './contestants.ts'

export interface LiveSetting {
  clients: number
  eventsPerSecond: number
  seconds: number
  /** Characters of an event's text. */
  textLength: number
  /** Processes that the clients are in. */
  fleets: number
}

/** What was measured of one live server. */
export interface LiveResult {
  connectSec: number
  /** From the subscriptions until every client has received an event. */
  subscribeSec: number
  /** For each connection that waits, after collection: JavaScript's heap and what it holds outside of it. */
  connectedBytes: number
  subscribedBytes: number
  subscribedRssBytes: number
  events: number
  executionsPerEvent: number
  p50Ms: number
  p99Ms: number
  maxMs: number
  deliveries: number
  /** Deliveries that had not arrived `drainMs` after the last event. */
  missing: number
  /** Of the server's process. */
  cpuUsPerDelivery: number
  /** From kill -9 until every client has received an event again; infinite when that took too long. */
  backSec: number
  /** Over the kill; nothing where a client cannot resume. */
  lostOverKill: number | undefined
}

const topic = 'topic-1'
const askEveryMs = 1_000
const missedEvents = 5
/** How long we wait at most: for a phase, for the last deliveries, and for clients to come back. */
const longestMs = 60_000
export const drainMs = 20_000
export const longestBackMs = 45_000

/** Leads one server through its phases: connect, subscribe, wait, events at a fixed rate, kill -9. */
export async function measureLive(contestant: LiveContestant, setting: LiveSetting): Promise<LiveResult> {
  const { server, publisherUrl, tokens } = contestant
  const { clients, eventsPerSecond, seconds, textLength } = setting
  const publisher = new Publisher({ url: publisherUrl, texts: { [topic]: textLength } })
  const plan: FleetPlan = {
    url: `${server.url.replace('http', 'ws')}/graphql`,
    ...{ clients, tokens, query: followMessages, topics: [[topic]] },
  }
  /** Adds an event now and then until every client has received one. */
  const allServed = (fleets: Fleets, count: number, maxMs?: number) => {
    const asking = async () => {
      await publisher.publish()
      const endsAt = performance.now() + askEveryMs
      while (performance.now() < endsAt) {
        if ((await fleets.figures()).served === count) return true
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return false
    }
    return within('every client has an event', fleets, asking, maxMs)
  }
  const caughtUp = async (fleets: Fleets) =>
    ((await fleets.figures()).slowest[topic] ?? 0) >= (publisher.heads[topic] ?? 0)

  // What a server loads, compiles and pools at its first clients is not a connection's memory.
  const first = await Fleets.connect({ ...plan, clients: 200 }, 1)
  await first.subscribe()
  await allServed(first, 200)
  await first.close()
  const empty = await memoryOf(contestant)

  const connectAt = performance.now()
  const fleets = await Fleets.connect(plan, setting.fleets)
  try {
    const allAcknowledged = async () => (await fleets.figures()).acknowledged === clients
    await within('all are connected', fleets, allAcknowledged)
    const connectSec = secondsSince(connectAt)
    const connected = await memoryOf(contestant)

    const subscribeAt = performance.now()
    await fleets.subscribe()
    await allServed(fleets, clients)
    const subscribeSec = secondsSince(subscribeAt)
    await within('all have every event so far', fleets, () => caughtUp(fleets))
    const subscribed = await memoryOf(contestant)

    await fleets.reset()
    const executions = await contestant.executions()
    const cpu = cpuTimeMs(pidOf(contestant))
    const from = publisher.rounds
    publisher.start(1000 / eventsPerSecond)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await publisher.stop()
    const events = publisher.rounds - from
    await within('all have every event', fleets, () => caughtUp(fleets), drainMs).catch(() => undefined)
    const cpuMs = cpuTimeMs(pidOf(contestant)) - cpu
    const executed = (await contestant.executions()) - executions
    const { received } = await fleets.figures()
    const latencies = await fleets.latenciesMs()

    await fleets.reset()
    const killedAt = performance.now()
    await server.process.kill('SIGKILL')
    // What is added while nobody can receive it is what those have to get who can resume.
    if (contestant.resumes) for (let event = 0; event < missedEvents; event++) await publisher.publish()
    await server.process.ready()
    const back = async () => {
      // No event before all are connected: a server that executes each for everybody would never let the last ones in.
      await within('all are connected again', fleets, allAcknowledged, longestBackMs)
      await allServed(fleets, clients, longestBackMs)
    }
    const backSec = await back().then(
      () => secondsSince(killedAt),
      () => Number.POSITIVE_INFINITY,
    )
    if (contestant.resumes) await within('all have every event', fleets, () => caughtUp(fleets))
    const over = await fleets.figures()

    const perConnection = (later: CollectedMemory) =>
      (later.heapUsed + later.external - empty.heapUsed - empty.external) / clients
    return {
      ...{ connectSec, subscribeSec, events, backSec },
      connectedBytes: perConnection(connected),
      subscribedBytes: perConnection(subscribed),
      subscribedRssBytes: (subscribed.rss - empty.rss) / clients,
      executionsPerEvent: executed / events,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      maxMs: latencies.at(-1) ?? Number.NaN,
      deliveries: received,
      missing: events * clients - received,
      cpuUsPerDelivery: (cpuMs * 1000) / received,
      lostOverKill: contestant.resumes ? over.lost + over.duplicated : undefined,
    }
  } finally {
    await fleets.close()
  }
}

function pidOf({ name, server }: LiveContestant): number {
  const { pid } = server.process
  if (pid === undefined) throw new Error(`${name} has ended`)
  return pid
}

async function memoryOf(contestant: LiveContestant): Promise<CollectedMemory> {
  const inspector = await inspectProcess(pidOf(contestant), contestant.server.inspectPort)
  try {
    return await inspector.memory()
  } finally {
    inspector.close()
  }
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000

/** @throws Error with what the server said to its clients, when it takes too long */
async function within(
  what: string,
  fleets: Fleets,
  check: () => Promise<boolean>,
  maxMs = longestMs,
): Promise<void> {
  try {
    await until(what, check, maxMs)
  } catch (cause) {
    const { acknowledged, served, closes, refusals } = await fleets.figures()
    throw new Error(`${what}: no. ${JSON.stringify({ acknowledged, served, closes, refusals })}`, { cause })
  }
}
