import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { type Follower, follow, type LiveAnswer } from '../../router/front/live-client.ts'
import { staffToken, visitorToken } from '../../router/front/person.ts'
import { addMessages } from '../../router/front/subgraphs/conversation.ts'
import { startTestSystem, type TestSystem } from '../../router/front/test-system.ts'
import { followStream, type StreamFollower } from './event-stream-follower.ts'
import { serves } from './served-supergraph.ts'
import { startTraffic, unhurried } from './traffic.ts'

const reloads = 100
vi.setConfig({ testTimeout: 600_000 })

interface Added {
  messageAdded: { sequence: number; text: string; author: { name: string } }
}
interface Board {
  boardChanged: { waiting: number }
}
const messages = 'subscription { messageAdded(conversationId: "c1") { sequence text author { name } } }'
const board = 'subscription { boardChanged { waiting } }'

let system: TestSystem
let url: string
let admin: string
beforeAll(async () => {
  system = await startTestSystem(unhurried)
  url = system.router.url
  admin = await staffToken(url)
})
afterAll(() => system?.stop())

/** Another supergraph for each number: a field more, now in one place and now in another. */
const variant = (number: number) =>
  system.supergraph((sdl, name) =>
    name !== 'conversation'
      ? sdl
      : number % 2
        ? sdl.replace('type Query {', `type Query {\n  more${number}: String`)
        : sdl.replace('type Message {', `type Message {\n  more${number}: String`),
  )
const sequencesOf = (received: LiveAnswer<Added>[]) =>
  received.map(({ data }) => data?.messageAdded.sequence ?? Number.NaN)
const figure = async (name: string) => {
  const text = await (await fetch(`http://127.0.0.1:${system.router.metricsPort}/metrics`)).text()
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1])
}

test(`${reloads} reloads under traffic: no request fails, no subscription ends, no event is lost or doubled`, async () => {
  const { token: visitor } = await visitorToken(url)
  const byWebSocket = Array.from({ length: 8 }, () => follow<Added>(url, visitor, messages))
  const boards = Array.from({ length: 4 }, () => follow<Board>(url, admin, board))
  const byStream = await Promise.all([1, 2, 3].map(() => followStream<Added>(url, admin, messages)))
  const ended: unknown[] = []
  for (const one of [...byWebSocket, ...boards]) void one.ended.then((how) => ended.push(how))
  const all: Array<Follower<Added> | StreamFollower<Added>> = [...byWebSocket, ...byStream]
  // from its first event on a follower has to get every one
  await until('everybody has begun', async () => {
    if (all.some(({ received }) => received.length === 0)) {
      await addMessages(system.subgraph().ctx, 'c1', 1)
      return false
    }
    return boards.every(({ received }) => received.length > 0)
  })

  const traffic = startTraffic(url, [
    { token: admin, query: '{ conversation(id: "1") { id text } customers { id name } }' },
    {
      token: admin,
      query: 'query Named($id: ID!) { conversation(id: $id) { text } }',
      variables: { id: '7' },
    },
    { token: visitor, query: '{ conversation(id: "3") { text } }' },
    { token: admin, query: '{ __schema { queryType { name } } customers { name } }' },
    { token: visitor, query: 'mutation { sendVisitorMessage(text: "hello") { sequence author { name } } }' },
  ])
  for (let number = 1; number <= reloads; number++) {
    const before = traffic.answered
    system.publish(variant(number))
    await serves(url, admin, variant(number))
    system.conversation.board.waiting = number
    system.subgraph().ctx.live.changed('board')
    await until('requests behind the swap', () => traffic.answered > before + 5)
  }
  await traffic.stop()

  expect(traffic.failures).toEqual([])
  expect(traffic.dropped).toBe(0)
  expect(
    await figure('throughline_router_supergraph_reloads_total\\{outcome="swapped",service="router"\\}'),
  ).toBe(reloads)
  const [last] = await addMessages(system.subgraph().ctx, 'c1', 1)
  const end = last?.sequence ?? 0
  await until('the last event everywhere', () =>
    all.every(({ received }) => sequencesOf(received).at(-1) === end),
  )
  for (const { received } of all) {
    const sequences = sequencesOf(received)
    const first = sequences[0] ?? 0
    expect(sequences).toEqual(Array.from({ length: end - first + 1 }, (_, at) => first + at))
    expect(received.at(-1)?.data?.messageAdded.author.name).toBe('Person p1')
  }
  await until('the last state everywhere', () =>
    boards.every(({ received }) => received.at(-1)?.data?.boardChanged.waiting === reloads),
  )
  expect(ended).toEqual([])
  expect(byStream.map((one) => one.ended)).toEqual([false, false, false])
  const blocked = await figure('throughline_router_supergraph_reload_block_seconds_sum')
  console.log(
    `${reloads} reloads, ${traffic.answered} requests, ${end} events for ${all.length} clients; longest block of a reload ${((blocked / reloads) * 1000).toFixed(1)} ms on average`,
  )
  await Promise.all([...byWebSocket, ...boards].map((one) => one.stop()))
  for (const one of byStream) one.stop()
})
