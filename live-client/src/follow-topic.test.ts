import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../platform/testkit/until.ts'
import { cursorOf, entries, TopicServer, unresumable } from '../testing/topic-server.ts'
import { optionsFor, upTo, watchEntries } from '../testing/watch.ts'
import { LiveError } from './live-error.ts'
import { openLive } from './open-live.ts'
import type { Live } from './open-live-over.ts'

let server: TopicServer
let live: Live
const defects: LiveError[] = []
beforeEach(async () => {
  defects.length = 0
  server = await new TopicServer().listen()
  live = openLive({ ...optionsFor(server.url), onDefect: (error) => defects.push(error) })
})
afterEach(async () => {
  live.close()
  await server.stop()
  expect(defects).toEqual([])
})
const begun = (count = 1) => until('it is followed', () => server.operations === count)

describe('an event topic', () => {
  test('whose connection breaks again and again gives every event once, in order', async () => {
    server.breakAt = [5, 6, 30]
    server.grow(60)
    const watch = watchEntries(live, { variables: { after: cursorOf(0) } })
    await until('all events', () => watch.got.length >= 60)
    expect(watch.got).toEqual(upTo(60))
    expect(server.joined).toEqual(['c0', 'c5', 'c6', 'c30'])
    expect(watch.topic.cursor).toBe('c60')
    expect(watch.stale).toEqual([true, false, true, false, true, false])
  })

  test('gives every event once and in order wherever connections break, events get lost or come twice', async () => {
    const place = fc.integer({ min: 1, max: 80 })
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          breaks: fc.uniqueArray(place, { maxLength: 12 }),
          lost: fc.uniqueArray(place, { maxLength: 12 }),
          twice: fc.uniqueArray(place, { maxLength: 12 }),
          /** The topic grows by so many at a time. */
          steps: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 80, maxLength: 80 }),
        }),
        async ({ breaks, lost, twice, steps }) => {
          const own = await new TopicServer().listen()
          own.heads = true
          own.breakAt = breaks.toSorted((a, b) => a - b)
          for (const one of lost) own.lose.add(one)
          for (const one of twice) own.twice.add(one)
          const client = openLive(optionsFor(own.url))
          const watch = watchEntries(client, { variables: { after: cursorOf(0) } })
          for (const step of steps) {
            own.grow(Math.min(step, 80 - own.head))
            if (own.head === 80) break
            await new Promise(setImmediate)
          }
          await until('all events', () => {
            own.heartbeat()
            return watch.got.at(-1) === 80
          })
          client.close()
          await own.stop()
          expect(watch.got).toEqual(upTo(80))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('asks again for an event that is missing, and drops those that come twice', async () => {
    const watch = watchEntries(live)
    await begun()
    server.lose.add(3)
    server.twice.add(2).add(4)
    server.grow(5)
    await until('all events', () => watch.got.length >= 5)
    expect(watch.got).toEqual(upTo(5))
    expect(server.joined).toEqual([undefined, 'c2'])
    expect(watch.stale).toEqual([])
  })

  test('notices by a heartbeat that the last event was lost', async () => {
    server.heads = true
    const watch = watchEntries(live)
    await begun()
    server.lose.add(2)
    server.grow(2)
    await until('the first', () => watch.got.length)
    await until('the second', () => {
      server.heartbeat()
      return watch.got.length >= 2
    })
    expect(watch.got).toEqual([1, 2])
  })

  test('that was cut off before its first event resumes where it began', async () => {
    server.heads = true
    server.grow(7)
    const watch = watchEntries(live)
    await until('the place is known', () => watch.topic.cursor === 'c7')
    server.breakAll()
    server.grow(3)
    await until('what came meanwhile', () => watch.got.length >= 3)
    expect(watch.got).toEqual([8, 9, 10])
    expect(server.joined).toEqual([undefined, 'c7'])
  })

  test('is loaded anew where the server cannot resume', async () => {
    server.grow(40)
    server.goneUpTo = 20
    const asked: string[] = []
    const watch = watchEntries(live, {
      variables: { after: cursorOf(5) },
      onGap: async (code) => {
        asked.push(code)
        // The first load fails, as it would while a part of the server is away.
        if (asked.length === 1) throw new TypeError('fetch failed')
        return { after: cursorOf(38) }
      },
    })
    await until('what comes after the list', () => watch.got.length >= 2)
    expect(watch.got).toEqual([39, 40])
    expect(asked).toEqual(['LIVE_CURSOR_EXPIRED', 'LIVE_CURSOR_EXPIRED'])
    expect(watch.ended).toEqual([])
  })

  test('is loaded anew when an event is missing that the server never sends', async () => {
    server.neverSent.add(4)
    server.grow(6)
    const gaps: string[] = []
    const watch = watchEntries(live, {
      variables: { after: cursorOf(0) },
      onGap: (code) => {
        gaps.push(code)
        return { after: cursorOf(4) }
      },
    })
    await until('what comes after it', () => watch.got.at(-1) === 6)
    expect(watch.got).toEqual([1, 2, 3, 5, 6])
    expect(gaps).toEqual(['LIVE_GAP'])
  })

  test('whose document cannot resume says so instead of losing events', async () => {
    const gaps: string[] = []
    const caring = watchEntries(live, { query: unresumable, onGap: (code) => void gaps.push(code) })
    const careless = watchEntries(live, { query: unresumable })
    await begun(2)
    server.grow()
    await until('the first', () => caring.got.length && careless.got.length)
    server.breakAll()
    await until('the one has ended', () => careless.ended.length)
    await begun()
    server.grow()
    await until('the other goes on', () => caring.got.length === 2)
    expect(careless.ended[0]).toMatchObject({ code: 'LIVE_NOT_RESUMABLE' })
    expect(gaps).toEqual(['LIVE_NOT_RESUMABLE'])
  })

  test('may be paused: it goes on behind the last event', async () => {
    const watch = watchEntries(live)
    await begun()
    server.grow(2)
    await until('two', () => watch.got.length === 2)
    watch.topic.pause()
    await begun(0)
    server.grow(3)
    watch.topic.resume()
    await until('the others', () => watch.got.length >= 5)
    expect(watch.got).toEqual(upTo(5))
  })
})

describe('a refusal', () => {
  test.each(['FORBIDDEN', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'SUBSCRIPTION_REMOVED'])(
    'with %s is final',
    async (code) => {
      server.refuse = { code, times: Infinity }
      const watch = watchEntries(live)
      await until('it has ended', () => watch.ended.length)
      expect(watch.ended[0]).toBeInstanceOf(LiveError)
      expect(watch.ended[0]).toMatchObject({ code, message: `refused: ${code}` })
      expect(server.joined.length).toBe(1)
    },
  )

  test.each(['SUBGRAPH_UNAVAILABLE', 'SLOW_CONSUMER', 'RATE_LIMITED', 'INTERNAL'])(
    'with %s is tried again',
    async (code) => {
      server.refuse = { code, times: 3 }
      const watch = watchEntries(live)
      await until('it is followed', () => server.joined.length === 4)
      server.grow()
      await until('an event', () => watch.got.length)
      expect(watch.ended).toEqual([])
    },
  )

  test.each(['LIVE_CURSOR_EXPIRED', 'LIVE_CURSOR_INVALID'])(
    'with %s ends a topic that has no care for gaps',
    async (code) => {
      server.refuse = { code, times: 1 }
      const watch = watchEntries(live)
      await until('it has ended', () => watch.ended.length)
      expect(watch.ended[0]).toMatchObject({ code })
    },
  )

  test('with UNAUTHENTICATED asks for another token once, then is final', async () => {
    server.refuse = { code: 'UNAUTHENTICATED', times: 1 }
    const watch = watchEntries(live)
    await until('it is followed', () => server.joined.length === 2)
    server.grow()
    await until('an event', () => watch.got.length)
    expect(server.tokens.length).toBe(2)
    server.refuse = { code: 'UNAUTHENTICATED', times: 2 }
    server.breakAll()
    await until('it has ended', () => watch.ended.length)
    expect(watch.ended[0]).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

test('what a callback throws is reported, and the topic goes on', async () => {
  const got: number[] = []
  watchEntries(live, {
    onData: ({ entry }) => {
      got.push(entry.sequence)
      if (entry.sequence === 1) throw new RangeError('mine')
    },
  })
  await begun()
  server.grow(2)
  await until('both', () => got.length === 2)
  expect(defects).toMatchObject([{ code: 'LIVE_CALLBACK', cause: { message: 'mine' } }])
  expect(server.joined.length).toBe(1)
  defects.length = 0
})

test('who leaves hears nothing more', async () => {
  const got: number[] = []
  const topic = live.follow<{ entry: { sequence: number } }>({
    query: entries,
    onData: ({ entry }) => {
      got.push(entry.sequence)
      topic.leave()
    },
    onEnd: (error) => expect.unreachable(error.code),
  })
  const other = watchEntries(live)
  await begun(2)
  server.grow(3)
  await until('the other has all', () => other.got.length === 3)
  expect(got).toEqual([1])
})
