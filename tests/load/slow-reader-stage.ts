import { until } from '#platform/testkit/until.ts'
import { ClientFleet } from './clients/client-fleet.ts'
import type { FleetPlan } from './clients/fleet-protocol.ts'
import { Publisher } from './publisher.ts'
import { followMessages, type LiveSystem } from './system/live-system.ts'
import { readMetric } from './system/read-metric.ts'

export interface SlowReaderPlan {
  /** Clients that follow one topic and read. */
  others: number
  /** Topics that the slow reader follows besides, on its one connection, as a supervisor's desk does. */
  topics: number
  /** Of the messages of those; the topic that all follow has shorter ones. */
  textLength: number
}

/** One client that will stop reading, among many that do not. */
export interface SlowReaderStage {
  readonly others: ClientFleet
  readonly slow: ClientFleet
  readonly publisher: Publisher
  /** Subscriptions that the router holds for clients. */
  subscriptions(): Promise<number>
  /** How many of them are the slow reader's. */
  readonly slowSubscriptions: number
  /** Waits until everybody has every message. */
  caughtUp(): Promise<void>
  /** The same, without the slow reader. */
  readersCaughtUp(): Promise<void>
  close(): Promise<void>
}

const sharedTopic = 'shared'
const sharedLength = 300

/**
 * Lets everybody join; all know where they stand. The kernel takes some megabytes for a connection that is not read,
 * and they would have to pass a thousand times over a topic that all follow: the slow reader follows more topics, so
 * that its share of the traffic fills them soon.
 */
export async function setSlowReaderStage(
  { router, publisher: { url } }: LiveSystem,
  plan: SlowReaderPlan,
): Promise<SlowReaderStage> {
  const own = Array.from({ length: plan.topics }, (_, index) => `own-${index}`)
  const topics = [sharedTopic, ...own]
  const publisher = new Publisher({
    url,
    texts: { ...Object.fromEntries(own.map((id) => [id, plan.textLength])), [sharedTopic]: sharedLength },
  })
  const fleet = async (clients: number, followed: string[]): Promise<ClientFleet> =>
    ClientFleet.connect({
      url: `${router.url.replace('http', 'ws')}/graphql`,
      tokens: [await router.agentToken()],
      query: followMessages,
      topics: [followed],
      clients,
    } satisfies FleetPlan)
  const others = await fleet(plan.others, [sharedTopic])
  // Somebody who reads holds the same topics open, so that the router's work is the same when the slow reader has gone.
  const companion = await fleet(1, topics)
  const slow = await fleet(1, topics)
  const readers = [others, companion]
  const fleets = [...readers, slow]

  const caughtUp = async (all: ClientFleet[]): Promise<void> => {
    await until('everybody has every message', async () => {
      for (const one of all) {
        const { slowest } = await one.figures()
        if (Object.entries(slowest).some(([id, last]) => last < (publisher.heads[id] ?? 0))) return false
      }
      return true
    })
  }
  await Promise.all(fleets.map((one) => one.subscribe()))
  await until('everybody knows their place', async () => {
    await publisher.publish()
    const all = await Promise.all(fleets.map((one) => one.figures()))
    return all.reduce((sum, { positioned }) => sum + positioned, 0) === plan.others + 2 * topics.length
  })
  await caughtUp(fleets)
  await Promise.all(fleets.map((one) => one.reset()))

  return {
    others,
    slow,
    publisher,
    slowSubscriptions: topics.length,
    subscriptions: () => readMetric(router.metricsUrl, 'throughline_router_live_clients'),
    caughtUp: () => caughtUp(fleets),
    readersCaughtUp: () => caughtUp(readers),
    async close() {
      await publisher.stop()
      await Promise.all(fleets.map((one) => one.close()))
    },
  }
}
