import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startStores, type Stores } from '#platform/stores/start-stores.ts'
import { until } from '#platform/testkit/until.ts'
import { ClientFleet } from '../../load/clients/client-fleet.ts'
import { Publisher } from '../../load/publisher.ts'
import { followMessages, type LiveSystem, startLiveSystem } from '../../load/system/live-system.ts'
import { openLiveClients } from './live-client-crowd.ts'

const textLength = 120
const everyMs = 400
/** A bound for a machine under load, not an expectation. */
const longestMs = 120_000

let stores: Stores
let system: LiveSystem
beforeAll(async () => {
  // A Valkey of its own, which other tests do not miss when it is killed.
  stores = await startStores({
    durable: false,
    log: { info: () => undefined, warn: () => undefined },
    env: { MONGODB_URI: process.env['MONGODB_URI'] },
  })
  system = await startLiveSystem({ LIVE_HEARTBEAT_MS: '1000', VALKEY_URL: stores.valkeyUrl })
})
afterAll(async () => {
  await system?.stop()
  await stores?.stop()
})

test('a router killed ten times while messages flow: 1,000 clients lose nothing and see nothing twice', async () => {
  const { process: router } = system.router
  const crowd = await following({ name: 'router', clients: 980, people: 20, topics: 10 })
  for (let kill = 1; kill <= 10; kill++) {
    await router.kill('SIGKILL')
    crowd.kills++
    await router.ready()
    // Now and then the next kill comes while clients are still on their way back.
    if (kill % 3 === 0) await crowd.someAreBack(200)
    else await crowd.haveAll()
  }
  await crowd.finish()
}, 400_000)

test('a subgraph killed five times under 200 clients: the same', async () => {
  const { process: conversation } = system.conversation
  const crowd = await following({ name: 'subgraph', clients: 190, people: 10, topics: 5 })
  for (let kill = 1; kill <= 5; kill++) {
    await conversation.kill('SIGKILL')
    crowd.kills++
    await conversation.ready()
    await crowd.haveAll()
  }
  await crowd.finish()
}, 300_000)

test('Valkey, which carries the signals, killed five times under 200 clients: the same', async () => {
  const crowd = await following({ name: 'valkey', clients: 190, people: 10, topics: 5 })
  for (let kill = 1; kill <= 5; kill++) {
    const pid = await until('Valkey runs', () => stores.pids().valkey)
    process.kill(pid, 'SIGKILL')
    crowd.kills++
    await until('Valkey runs anew', () => {
      const { valkey } = stores.pids()
      return valkey !== undefined && valkey !== pid
    })
    await crowd.haveAll()
  }
  await crowd.finish()
}, 300_000)

interface Group {
  /** Begins the topics' names. */
  name: string
  /** Light clients. */
  clients: number
  /** People whose desk or widget follows, by the live client. */
  people: number
  topics: number
}

/** Clients that follow a few topics to which messages are added all the time. */
async function following({ name, clients, people, topics }: Group) {
  const { router } = system
  const ids = Array.from({ length: topics }, (_, index) => `${name}-${index}`)
  const texts = Object.fromEntries(ids.map((id) => [id, textLength]))
  const publisher = new Publisher({ url: system.publisher.url, texts })
  const tokens = [await router.agentToken(), await router.agentToken()]
  const fleet = await ClientFleet.connect({
    url: `${router.url.replace('http', 'ws')}/graphql`,
    ...{ clients, tokens, query: followMessages, topics: ids.map((id) => [id]) },
  })
  const crowd = openLiveClients(router.url, tokens[0] ?? '', people, ids)
  onTestFinished(async () => {
    crowd.close()
    await publisher.stop()
    await fleet.close()
  })

  const haveAll = async (sequence = publisher.rounds): Promise<void> => {
    await until(
      `everybody has message ${sequence}`,
      async () => {
        const { slowest } = await fleet.figures()
        return (
          Object.values(slowest).every((last) => last >= sequence) &&
          crowd.followed.every(({ position }) => (position?.sequence ?? 0) >= sequence)
        )
      },
      longestMs,
    )
  }

  await fleet.subscribe()
  await until(
    'everybody has an event',
    async () => {
      await publisher.publish()
      const { served } = await fleet.figures()
      return served === clients && crowd.followed.every(({ received }) => received > 0)
    },
    longestMs,
  )
  await haveAll()
  await fleet.reset()
  for (const topic of crowd.followed) topic.reset()
  const start = publisher.rounds
  publisher.start(everyMs)

  return {
    kills: 0,
    haveAll,
    async someAreBack(count: number) {
      await until('some are back', async () => (await fleet.figures()).acknowledged >= count, longestMs)
    },
    /** Ends with a message that nothing follows, and states what everybody has to have seen. */
    async finish() {
      await publisher.stop()
      await publisher.publish()
      await haveAll()
      const messages = publisher.rounds - start
      const light = await fleet.figures()
      const sum = (count: 'received' | 'lost' | 'duplicated') =>
        light[count] + crowd.followed.reduce((all, topic) => all + topic[count], 0)
      const [received, lost, duplicated] = [sum('received'), sum('lost'), sum('duplicated')]
      console.log(
        `${name} killed ${this.kills} times: ${clients + people} clients of ${topics} topics, ${messages * topics} ` +
          `messages, ${received} deliveries, ${lost} lost, ${duplicated} duplicated, longest gap ` +
          `${Math.round(light.longestGapMs)} ms, connections ended ${JSON.stringify(light.closes)}`,
      )
      expect({ received, lost, duplicated, refusals: light.refusals, ended: crowd.ended }).toEqual({
        received: (clients + people) * messages,
        ...{ lost: 0, duplicated: 0, refusals: {}, ended: [] },
      })
    },
  }
}
