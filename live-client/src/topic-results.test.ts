import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../../platform/testkit/until.ts'
import {
  board,
  type BoardData,
  cursorOf,
  entries,
  type EntryData,
  TopicServer,
  unresumable,
} from '../testing/topic-server.ts'
import { optionsFor, upTo } from '../testing/watch.ts'
import { openLive } from './open-live.ts'
import type { Live } from './open-live-over.ts'
import { topicResults } from './topic-results.ts'

let server: TopicServer
let live: Live
beforeEach(async () => {
  server = await new TopicServer().listen()
  live = openLive(optionsFor(server.url))
})
afterEach(async () => {
  live.close()
  await server.stop()
})
const all = { query: entries, variables: { after: cursorOf(0) } }

test('gives every event once and in order over broken connections; leaving the loop leaves the topic', async () => {
  server.breakAt = [3, 4, 11]
  server.grow(20)
  const got: (number | undefined)[] = []
  for await (const { data } of topicResults<EntryData>(live, all)) {
    got.push(data?.entry.sequence)
    if (got.length === 20) break
  }
  expect(got).toEqual(upTo(20))
  await until('it was left', () => server.operations === 0)
})

test('a slow program holds the server back: a bounded number waits, and nothing is lost', async () => {
  const results = topicResults<EntryData>(live, { ...all, maxQueued: 10 })
  server.grow(100)
  await until('the topic is paused', () => server.joined.length === 1 && server.operations === 0)
  const got: (number | undefined)[] = []
  while (got.length < 100) {
    const { value, done } = await results.next()
    if (done) expect.unreachable()
    got.push(value?.data?.entry.sequence)
  }
  expect(got).toEqual(upTo(100))
  expect(server.joined.length).toBeGreaterThan(5)
  await results.return?.()
  expect(await results.next()).toEqual({ value: undefined, done: true })
})

test('behind a slow program states conflate', async () => {
  const results = topicResults<BoardData>(live, { query: board })
  await until('it is followed', () => server.operations === 1)
  for (let waiting = 1; waiting <= 50; waiting++) server.change(waiting)
  const other = topicResults<BoardData>(live, { query: board })
  await other.next()
  const { value } = await results.next()
  expect(value?.data?.board.waiting).toBe(50)
})

test.each([
  ['LIVE_NOT_RESUMABLE', unresumable],
  // Results that do not say where they stand in their topic.
  ['LIVE_QUEUE_FULL', 'subscription { plain: entry { sequence } }'],
])('what comes faster than it is taken and cannot resume ends with %s', async (code, query) => {
  const results = topicResults<EntryData>(live, { query, maxQueued: 3 })
  await until('it is followed', () => server.operations === 1)
  server.grow(3)
  await until('it has ended', () => server.operations === 0)
  const got: unknown[] = []
  await expect(async () => {
    for await (const { data } of results) got.push(data)
  }).rejects.toMatchObject({ code })
  expect(got.length).toBe(3)
})

test('a refusal is thrown, closing ends the loop, and so does a signal', async () => {
  server.refuse = { code: 'FORBIDDEN', times: 1 }
  await expect(topicResults(live, all).next()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const gone = new AbortController()
  const waiting = topicResults(live, { ...all, signal: gone.signal }).next()
  gone.abort()
  expect(await waiting).toEqual({ value: undefined, done: true })
  expect(await topicResults(live, { ...all, signal: gone.signal }).next()).toMatchObject({ done: true })
  const closing = topicResults(live, all).next()
  live.close()
  expect(await closing).toEqual({ value: undefined, done: true })
})
