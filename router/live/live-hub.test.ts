import { EventEmitter, on } from 'node:events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { until } from '#platform/testkit/until.ts'
import { SubscriptionRefused } from '../engine/errors.ts'
import type { Refusal } from '../engine/operation.ts'
import type { SubgraphResponse, SubscriptionPayload } from '../engine/transport.ts'
import { type FollowedTopic, followedTopic } from './followed-topic.ts'
import type { LiveMessage, Position } from './live-message.ts'
import { LiveHub } from './live-hub.ts'
import type { LiveEnd } from './live-sink.ts'

const document = 'subscription ($after: String) { added(after: $after) { n } }'

/** A topic with a store behind it: what is written is kept, and each subscription begins where it asks to. */
function topicServer() {
  const grown = new EventEmitter().setMaxListeners(0)
  let written = 0
  let down = false
  const running = new Set<AbortController>()
  const opened: Array<string | undefined> = []
  const cursorOf = (sequence: number) => `c${sequence}`
  const place = (sequence: number) => ({
    topic: 'added',
    kind: 'EVENT',
    sequence,
    cursor: cursorOf(sequence),
  })

  async function* subscribe(
    payload: SubscriptionPayload,
    gone: AbortController,
  ): AsyncGenerator<SubgraphResponse> {
    try {
      if (down) throw new Error('away')
      const after = payload.variables?.['throughlineAfter'] as string | undefined
      opened.push(after)
      if (after === 'foreign')
        throw new SubscriptionRefused('s', [{ message: 'no', extensions: { code: 'NO' } }])
      let sent = after === undefined ? written : Number(after.slice(1))
      yield { data: null, extensions: { live: { ...place(sent), head: true } } }
      const signals = on(grown, 'more', { signal: gone.signal })
      for (;;) {
        while (sent < written) yield { data: { n: ++sent }, extensions: { live: place(sent) } }
        await signals.next()
      }
    } finally {
      running.delete(gone)
    }
  }

  return {
    opened,
    cursorOf,
    get written() {
      return written
    },
    get running() {
      return running.size
    },
    write(count = 1) {
      written += count
      grown.emit('more')
    },
    /** Breaks all subscriptions. */
    break() {
      for (const one of [...running]) one.abort(new Error('broken'))
    },
    set down(value: boolean) {
      down = value
    },
    transport: {
      subscribe(_service: string, payload: SubscriptionPayload): AsyncIterable<SubgraphResponse> {
        const gone = new AbortController()
        running.add(gone)
        const events = subscribe(payload, gone)
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => events.next(),
            async return() {
              running.delete(gone)
              gone.abort()
              return { done: true, value: undefined }
            },
          }),
        }
      },
    },
  }
}

function hubOn(server: ReturnType<typeof topicServer>) {
  const hub = new LiveHub({
    transport: server.transport,
    contextFor: async () => ({ headers: {}, dedupeKey: '', requests: 0 }),
    log: createLogger('hub', 'silent'),
  })
  /** What the topic is followed by now; a reload changes it. */
  const schema: { text: string; refusal?: Refusal } = { text: document }
  const topic = (after?: string): FollowedTopic => {
    return followedTopic({
      parts: {
        service: 's',
        restriction: '',
        payload: { query: schema.text, variables: after === undefined ? {} : { after } },
        onEvent: async ({ data }) => JSON.stringify(data),
      },
      url: 'http://s',
      field: { kind: 'EVENT', topic: 'added', resumable: true },
      operationKey: schema.text,
      viewer: { kind: 'staff', id: 'a', name: 'Ada', roles: ['agent'] },
    })
  }
  const join = (after?: string) => {
    const seen: number[] = []
    const begun: Position[] = []
    const ends: LiveEnd[] = []
    const client = hub.join({
      topic: topic(after),
      anew: () => schema.refusal ?? topic(),
      room: { events: 10_000, size: 1e9, waiting: 0 },
      sink: {
        writable: true,
        write: ({ text }: LiveMessage) => void seen.push((JSON.parse(text) as { n: number }).n),
        begin: (position) => void begun.push(position),
        end: (how) => void ends.push(how),
        overflow: () => expect.unreachable(),
      },
    })
    return { client, seen, begun, ends }
  }
  return { hub, join, schema }
}

const upTo = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

describe('clients of one topic', () => {
  test('wherever they come from, end up on one upstream, each with every event once', async () => {
    const server = topicServer()
    const { hub, join } = hubOn(server)
    server.write(300)
    const clients = [0, 5, 5, 120, 299, 300].map((from) => ({ from, ...join(server.cursorOf(from)) }))
    const fresh = join()
    await until('all have caught up', () => clients.every(({ seen, from }) => seen.length === 300 - from))
    await until('one upstream is left', () => hub.figures.upstreams === 1 && server.running === 1)
    expect(fresh.begun).toEqual([{ sequence: 300, cursor: 'c300' }])
    server.write(5)
    await until('the last event', () => fresh.seen.length === 5)
    for (const { seen, from } of clients) expect(seen).toEqual(upTo(from + 1, 305))
    expect(server.opened.length, 'one upstream for each place that they came from, and the shared one').toBe(
      6,
    )
    hub.close()
    expect(clients.map(({ ends }) => ends)).toEqual(clients.map(() => [{}]))
  })

  test('who comes back to a recent place is served at once, without another subscription', async () => {
    const server = topicServer()
    const { hub, join } = hubOn(server)
    const first = join()
    await until('the beginning', () => first.begun.length)
    server.write(50)
    await until('the events', () => first.seen.length === 50)
    const back = join(server.cursorOf(20))
    expect(back.seen).toEqual(upTo(21, 50))
    expect(server.opened).toEqual([undefined])
    hub.close()
  })

  test('a refused cursor ends only those who came with it, with the reason', async () => {
    const server = topicServer()
    const { hub, join } = hubOn(server)
    const [good, bad] = [join(), join('foreign')]
    await until('the refusal', () => bad.ends.length)
    expect(bad.ends[0]?.errors).toMatchObject([{ extensions: { code: 'NO' } }])
    server.write(2)
    await until('the others go on', () => good.seen.length === 2)
    expect(hub.figures.clients).toBe(1)
    good.client.leave()
    expect(hub.figures).toMatchObject({ clients: 0, upstreams: 0 })
    await until('nothing is held', () => server.running === 0)
  })
})

test('over breaks, joins, returns and leaves at any moment, every client gets every event once and in order', async () => {
  const action = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 30 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('join' as const), back: fc.integer({ min: 0, max: 250 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), changed: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which: fc.nat() }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('turn' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      const server = topicServer()
      const { hub, join, schema } = hubOn(server)
      server.write(250)
      const clients: Array<{ from: number; one: ReturnType<typeof join> }> = []
      let version = 0
      for (const step of actions) {
        if (step.do === 'write') server.write(step.count)
        else if (step.do === 'break') server.break()
        else if (step.do === 'leave')
          clients.splice(step.which % Math.max(1, clients.length), 1)[0]?.one.client.leave()
        else if (step.do === 'turn') await new Promise((resolve) => setImmediate(resolve))
        else if (step.do === 'join') {
          const from = Math.max(0, server.written - step.back)
          clients.push({ from, one: join(server.cursorOf(from)) })
        } else {
          if (step.changed) schema.text = document.replace('{ n }', `{ n v${++version}: n }`)
          hub.reload()
        }
      }
      server.write(1)
      await until('everybody has the last event', () =>
        clients.every(({ one }) => one.seen.at(-1) === server.written),
      )
      for (const { from, one } of clients) expect(one.seen).toEqual(upTo(from + 1, server.written))
      await until('one upstream is left', () => hub.figures.upstreams === Math.min(1, clients.length))
      hub.close()
      await until('nothing is held', () => server.running === 0)
    }),
    { numRuns: 60 },
  )
}, 120_000)

describe('a changed supergraph', () => {
  test('leaves untouched what asks as before, moves what asks differently, ends what does not fit', async () => {
    const server = topicServer()
    const { hub, join, schema } = hubOn(server)
    const one = join()
    await until('the beginning', () => one.begun.length)
    hub.reload()
    server.write(3)
    await until('the events', () => one.seen.length === 3)
    expect(server.opened).toEqual([undefined])

    schema.text = document.replace('{ n }', '{ n m: n }')
    server.write(1)
    hub.reload()
    server.write(2)
    await until('it goes on', () => one.seen.length === 6)
    expect(one.seen).toEqual(upTo(1, 6))
    await until('one upstream is left', () => hub.figures.upstreams === 1)

    schema.refusal = { errors: [{ message: 'There is no field "added".' }] }
    hub.reload()
    expect(one.ends[0]?.errors).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_REMOVED' } }])
    expect(hub.figures.clients).toBe(0)
  })
})
