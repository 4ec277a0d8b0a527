import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { until } from '../../platform/testkit/until.ts'
import { cursorOf, TopicServer } from '../testing/topic-server.ts'
import { optionsFor, upTo, watchBoard, watchEntries } from '../testing/watch.ts'
import { eventStreamLink } from './event-stream-link.ts'
import { openLive } from './open-live.ts'
import { type Live, type LiveOptions, openLiveOver } from './open-live-over.ts'

let server: TopicServer
const opened: Live[] = []
const keep = (live: Live) => {
  opened.push(live)
  return live
}
const open = (options: Partial<LiveOptions> = {}) =>
  keep(openLive({ ...optionsFor(options.url ?? server.url), ...options }))
/** Without WebSocket from the first attempt on. */
const openStreams = (options: Partial<LiveOptions> = {}) =>
  keep(openLiveOver([eventStreamLink], { ...optionsFor(server.url), ...options }))
beforeEach(async () => {
  server = await new TopicServer().listen()
})
afterEach(async () => {
  for (const live of opened.splice(0)) live.close()
  await server.stop()
})

test('where no WebSocket comes through, events arrive as server-sent events', async () => {
  server.allowWebSocket = false
  const live = open({ timings: { ...optionsFor('').timings, tryBackMs: 600_000 } })
  const watches = [watchEntries(live, { variables: { after: cursorOf(0) } }), watchBoard(live)]
  server.grow(3)
  await until('all', () => watches[0]?.got.length === 3 && watches[1]?.got.length)
  expect(watches[0]?.got).toEqual([1, 2, 3])
  expect(live.line.state).toBe('online')
  expect(server.streams.length).toBe(2)
})

test('WebSocket is tried again from time to time, and nothing is lost by the change', async () => {
  server.allowWebSocket = false
  const live = open()
  const watch = watchEntries(live, { variables: { after: cursorOf(0) } })
  server.grow(2)
  await until('the first', () => watch.got.length === 2)
  expect(server.streams.length).toBe(1)
  server.allowWebSocket = true
  await until('it runs over WebSocket', () => server.operations === 1)
  server.grow(2)
  await until('all', () => watch.got.length === 4)
  expect(watch.got).toEqual(upTo(4))
  expect(server.joined).toEqual(['c0', 'c2'])
  await until('the stream was left', () => server.connections === 1)
})

test('a server that is away is looked for by both', async () => {
  const { port, url } = server
  await server.stop()
  const live = open({ url })
  const watch = watchBoard(live)
  const seen = vi.fn()
  live.onLine(seen)
  await until('it is missed', () => live.line.state === 'reconnecting')
  server = await new TopicServer().listen(port)
  await until('the board', () => watch.got.length)
  await until('it runs over WebSocket', () => server.operations === 1)
})

describe('server-sent events', () => {
  test('resume behind the last event, by variable and by Last-Event-ID', async () => {
    server.breakAt = [2, 3]
    const live = openStreams()
    const watch = watchEntries(live, { variables: { after: cursorOf(0) } })
    server.grow(5)
    await until('all', () => watch.got.length >= 5)
    expect(watch.got).toEqual(upTo(5))
    expect(server.joined).toEqual(['c0', 'c2', 'c3'])
    expect(server.streams.map(({ headers }) => headers['last-event-id'])).toEqual(['c0', 'c2', 'c3'])
  })

  test('tell by a heartbeat without data that the last event was lost', async () => {
    const live = openStreams()
    const watch = watchEntries(live, { variables: { after: cursorOf(0) } })
    server.lose.add(2)
    server.grow(2)
    await until('the first', () => watch.got.length)
    await until('the second', () => {
      server.heartbeat()
      return watch.got.length >= 2
    })
    expect(watch.got).toEqual([1, 2])
  })

  test('tell by a heartbeat where a topic began', async () => {
    server.grow(7)
    const live = openStreams()
    const watch = watchEntries(live)
    await until('the place is known', () => {
      server.heartbeat()
      return watch.topic.cursor === 'c7'
    })
    server.breakAll()
    server.grow(2)
    await until('what came meanwhile', () => watch.got.length === 2)
    expect(watch.got).toEqual([8, 9])
  })

  test('ask for another token when theirs is refused, or ends while they run', async () => {
    const asked: boolean[] = []
    server.judge = (token) => (token === 'second' ? undefined : 4401)
    const live = openStreams({
      token: (refused) => {
        asked.push(refused)
        return refused ? 'second' : 'first'
      },
    })
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    expect(asked).toEqual([false, true])
    server.refuse = { code: 'UNAUTHENTICATED', times: 1 }
    server.breakAll()
    server.change(1)
    await until('newer', () => watch.got.length === 2)
    // Of the second connection the provider's own idea is refused at the door, then once more in the stream.
    expect(asked).toEqual([false, true, false, true, true])
  })

  test('end when they are forbidden', async () => {
    server.judge = () => 4403
    const watch = watchBoard(openStreams())
    await until('it has ended', () => watch.ended.length)
    expect(watch.ended[0]).toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each([
    ['FORBIDDEN', 1],
    ['SUBGRAPH_UNAVAILABLE', 0],
  ])('tell a refusal in the stream: %s', async (code, ended) => {
    server.refuse = { code, times: 1 }
    const watch = watchBoard(openStreams())
    await until('it is decided', () => watch.got.length + watch.ended.length)
    expect(watch.ended.map((error) => error.code)).toEqual(ended ? [code] : [])
  })

  test('that fall silent are opened again', async () => {
    const live = openStreams(optionsFor(server.url, { silenceMs: 50 }))
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    await until('it was opened again', () => server.streams.length > 1)
    server.change(1)
    await until('newer', () => watch.got.length === 2)
  })

  test('of another server: graphql-sse', async () => {
    const schema = buildSchema(
      'type Query { none: Int } type Subscription { board: Board! } type Board { waiting: Int! version: Int! }',
    )
    const fields = schema.getSubscriptionType()?.getFields() ?? {}
    Object.assign(fields['board'] ?? {}, {
      async *subscribe() {
        yield { board: { waiting: 3, version: 1 } }
        yield { board: { waiting: 4, version: 2 } }
        await new Promise(() => undefined)
      },
    })
    const handler = createHandler({ schema })
    const other = createServer((request, response) => void handler(request, response))
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const live = keep(
      openLiveOver(
        [eventStreamLink],
        optionsFor(`http://127.0.0.1:${(other.address() as AddressInfo).port}`),
      ),
    )
    const watch = watchBoard(live)
    await until('both', () => watch.got.length === 2)
    expect(watch.got).toEqual([3, 4])
    live.close()
    other.closeAllConnections()
    other.close()
  })
})
