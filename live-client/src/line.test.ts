import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { until } from '../../platform/testkit/until.ts'
import { TopicServer } from '../testing/topic-server.ts'
import { optionsFor, watchBoard, watchEntries } from '../testing/watch.ts'
import type { LineState } from './line-state.ts'
import type { LiveError } from './live-error.ts'
import { openLive } from './open-live.ts'
import type { Live, LiveOptions } from './open-live-over.ts'
import type { LiveTimings } from './timings.ts'

let server: TopicServer
const opened: Live[] = []
beforeEach(async () => {
  server = await new TopicServer().listen()
})
const closeAll = () => {
  for (const live of opened.splice(0)) live.close()
}
afterEach(async () => {
  closeAll()
  await server.stop()
})
function open(options: Partial<LiveOptions> = {}, timings: Partial<LiveTimings> = {}) {
  const live = openLive({ ...optionsFor(server.url, timings), ...options })
  opened.push(live)
  const lines: LineState[] = []
  live.onLine((line) => lines.push(line))
  return { live, lines, states: () => lines.map(({ state }) => state) }
}

describe('a closed connection', () => {
  test.each([[1001], [1012], [4290], [4408], [4500], [1000], [undefined]])(
    'with code %s is opened again, and the topics go on',
    async (code) => {
      const { live, states } = open()
      const watch = watchEntries(live)
      await until('it is followed', () => server.operations === 1)
      server.grow()
      await until('the first', () => watch.got.length)
      server.breakAll(code)
      server.grow()
      await until('the second', () => watch.got.length === 2)
      expect(states()).toEqual(['reconnecting', 'online'])
      expect(watch.ended).toEqual([])
    },
  )

  test('with 4403 ends everything', async () => {
    server.judge = () => 4403
    const { live } = open()
    const watches = [watchEntries(live), watchBoard(live)]
    await until('both have ended', () => watches.every(({ ended }) => ended.length))
    expect(watches.map(({ ended }) => ended[0]?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    expect(live.line.state).toBe('online')
    expect(server.tokens.length).toBe(1)
  })

  test.each([4400, 4409])('with %i is a defect: told, and tried again', async (code) => {
    const defects: LiveError[] = []
    const { live } = open({ onDefect: (error) => defects.push(error) })
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    server.breakAll(code)
    server.change(1)
    await until('it is back', () => watch.got.length === 2)
    expect(defects).toMatchObject([{ code: 'LIVE_PROTOCOL', message: 'told' }])
  })

  test('with 4429 is left alone for longer', async () => {
    const random = () => 0.999
    const waits = { firstDelayMs: 10, longestDelayMs: 10_000 }
    const back: string[] = []
    const [crowded, other] = [open({ random }, waits), open({ random }, waits)]
    crowded.live.onLine(({ state }) => state === 'online' && back.push('crowded'))
    other.live.onLine(({ state }) => state === 'online' && back.push('other'))
    watchBoard(crowded.live)
    await until('one is connected', () => server.operations === 1)
    server.breakAll(4429)
    await until('it is gone', () => server.operations === 0)
    watchBoard(other.live)
    await until('the other is connected', () => server.operations === 1)
    server.breakAll(1012)
    await until('both are back', () => back.length === 2)
    expect(back).toEqual(['other', 'crowded'])
  })
})

describe('a token that is not accepted', () => {
  test('is asked for again, and the topics go on with the new one', async () => {
    const asked: boolean[] = []
    let valid = 'first'
    server.judge = (token) => (token === valid ? undefined : 4401)
    const { live, states } = open({
      token: (refused) => {
        asked.push(refused)
        return refused ? 'second' : 'first'
      },
    })
    const watch = watchEntries(live)
    await until('it is followed', () => server.operations === 1)
    server.grow()
    await until('the first', () => watch.got.length)
    valid = 'second'
    server.breakAll(4401)
    server.grow()
    await until('the second', () => watch.got.length === 2)
    expect(asked).toEqual([false, true])
    expect(server.tokens).toEqual(['first', 'second'])
    expect(states()).toEqual([])
  })

  test('twice in a row signs out: all topics end, and nothing is asked any more', async () => {
    server.judge = () => 4401
    const onSignedOut = vi.fn()
    const asked: boolean[] = []
    const { live } = open({
      onSignedOut,
      token: async (refused) => {
        asked.push(refused)
        return 'stale'
      },
    })
    const watches = [watchEntries(live), watchBoard(live)]
    await until('signed out', () => onSignedOut.mock.calls.length)
    expect(watches.map(({ ended }) => ended[0]?.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
    expect(asked).toEqual([false, true])
    expect(onSignedOut).toHaveBeenCalledOnce()
  })

  test('that cannot be had is a broken line', async () => {
    let attempts = 0
    const { live, states } = open({
      token: async () => {
        if (attempts++ < 2) throw new TypeError('fetch failed')
        return 'late'
      },
    })
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    expect(server.tokens).toEqual(['late'])
    expect(states()).toEqual(['reconnecting', 'online'])
  })
})

test('a connection that is dead without being closed is found by its silence, and known since its last word', async () => {
  const { live, lines } = open({}, { pingEveryMs: 20, answerWithinMs: 500 })
  const watch = watchBoard(live)
  await until('the board', () => watch.got.length)
  let noticedAtMs = 0
  live.onLine(({ state }) => {
    if (state === 'reconnecting') noticedAtMs = Date.now()
  })
  server.freeze()
  await until('it is back', () => lines.length === 2)
  expect(lines[0]?.state).toBe('reconnecting')
  // Not since it was noticed: nobody had answered for as long as we waited. (Timers may be a millisecond early.)
  expect(noticedAtMs - Number(lines[0]?.sinceMs)).toBeGreaterThanOrEqual(499)
})

test('a connection that never opens is given up', async () => {
  const { live, lines } = open({ token: () => new Promise<string>(() => undefined) }, { openWithinMs: 5 })
  watchBoard(live)
  await until('it is given up', () => lines.length)
  expect(lines[0]?.state).toBe('reconnecting')
})

test('the line keeps since when it is broken, over failed attempts', async () => {
  const { live, lines } = open()
  const watch = watchBoard(live)
  await until('the board', () => watch.got.length)
  const { port } = server
  await server.stop()
  await until('it is broken', () => lines.length)
  const [broken] = lines
  server = await new TopicServer().listen(port)
  await until('it is back', () => live.line.state === 'online')
  expect(lines).toEqual([broken, { state: 'online', sinceMs: expect.any(Number) }])
})

test('the last one who leaves closes the connection, and the next one opens another', async () => {
  const { live, lines } = open()
  const [first, second] = [watchBoard(live), watchEntries(live)]
  await until('both are followed', () => server.operations === 2)
  first.topic.leave()
  await until('one has left', () => server.operations === 1)
  expect(server.connections).toBe(1)
  second.topic.leave()
  await until('nobody is connected', () => server.connections === 0)
  const third = watchBoard(live)
  await until('the board', () => third.got.length)
  expect(lines).toEqual([])
})

test('no more topics than allowed, and none after closing', () => {
  const { live } = open({ maxTopics: 2 })
  const watches = [watchBoard(live), watchEntries(live)]
  expect(() => watchBoard(live)).toThrow(expect.objectContaining({ code: 'LIVE_TOO_MANY_TOPICS' }))
  live.close()
  expect(watches.map(({ ended }) => ended[0]?.code)).toEqual(['LIVE_CLOSED', 'LIVE_CLOSED'])
  expect(() => watchBoard(live)).toThrow(expect.objectContaining({ code: 'LIVE_CLOSED' }))
})

describe('in a browser', () => {
  const page = new EventTarget()
  const shown = new EventTarget() as EventTarget & { visibilityState: string }
  const network = { onLine: true }
  beforeEach(() => {
    network.onLine = true
    shown.visibilityState = 'visible'
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    vi.stubGlobal('document', shown)
    vi.stubGlobal('navigator', network)
  })
  afterEach(() => {
    closeAll()
    vi.unstubAllGlobals()
  })
  const slow = { firstDelayMs: 600_000, longestDelayMs: 600_000 }

  test('that says it is offline the line is offline at once, and back as soon as it is online', async () => {
    const { live, states } = open({ random: () => 0.9 }, slow)
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    network.onLine = false
    page.dispatchEvent(new Event('offline'))
    expect(live.line.state).toBe('offline')
    await until('the server knows', () => server.connections === 0)
    server.change(1)
    network.onLine = true
    page.dispatchEvent(new Event('online'))
    await until('the newer state', () => watch.got.length === 2)
    expect(states()).toEqual(['offline', 'reconnecting', 'online'])
  })

  test('whose page is looked at again the connection is asked at once whether it lives', async () => {
    const { live, lines } = open({ random: () => 0 }, { pingEveryMs: 600_000, answerWithinMs: 20 })
    const watch = watchBoard(live)
    await until('the board', () => watch.got.length)
    server.freeze()
    shown.dispatchEvent(new Event('visibilitychange'))
    await until('it is noticed', () => lines.length)
    await until('it is back', () => live.line.state === 'online')
  })

  test('a closed client listens no more', () => {
    const { live } = open()
    live.close()
    const removed = vi.spyOn(page, 'dispatchEvent')
    page.dispatchEvent(new Event('offline'))
    expect(removed).toHaveBeenCalledOnce()
    expect(live.line.state).toBe('online')
  })
})
