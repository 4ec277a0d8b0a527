import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, GraphQLError } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { mergeMessages, resumeCursor } from '../chat/merge-messages.ts'
import { followTopic } from './follow-topic.ts'
import { LiveSocket } from './live-socket.ts'
import type { LineState } from './live-topics.ts'

// Browsers have these on the window; the topics listen for the network coming back.
const page = new EventTarget()
vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
vi.stubGlobal('navigator', { onLine: true })

interface Entry {
  sequence: number
  cursor: string
}
const query = 'subscription ($after: String) { entry(after: $after) { sequence cursor } }'
const schema = buildSchema(
  'type Query { none: Int } type Entry { sequence: Int! cursor: String! } type Subscription { entry(after: String): Entry! }',
)
const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

/** A real graphql-ws server whose topic sends everything after the cursor, and breaks each connection at `breakAt`. */
async function serve(port: number, last: number, breakAt: number[], refuse?: string) {
  const http: Server = createServer()
  const sockets = new WebSocketServer({ server: http, path: '/graphql' })
  const joined: (string | undefined)[] = []
  const tokens: unknown[] = []
  useServer(
    {
      schema,
      onConnect: ({ connectionParams }) => {
        tokens.push(connectionParams?.['token'])
        return true
      },
      roots: {
        subscription: {
          async *entry({ after }: { after?: string }) {
            if (refuse) throw new GraphQLError('no', { extensions: { code: refuse } })
            joined.push(after)
            for (let sequence = Number(after ?? 0) + 1; sequence <= last; sequence++) {
              yield { entry: { sequence, cursor: String(sequence) } }
              if (breakAt[0] !== undefined && sequence >= breakAt[0]) {
                breakAt.shift()
                for (const socket of sockets.clients) socket.terminate()
                return
              }
            }
            await new Promise(() => undefined)
          },
        },
      },
    },
    sockets,
  )
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening))
  const server = {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`,
    joined,
    tokens,
    stop: () =>
      new Promise<void>((stopped) => {
        for (const socket of sockets.clients) socket.terminate()
        http.close(() => stopped())
      }),
  }
  running.push(server)
  return server
}

test('a topic whose connection breaks again and again gives every entry once, in order', async () => {
  const server = await serve(0, 60, [5, 6, 30])
  const lines: LineState[] = []
  const socket = new LiveSocket(
    server.url,
    async () => 'a-token',
    (line) => lines.push(line),
  )
  let known: readonly Entry[] = []
  const arrived: number[] = []
  await new Promise<void>((complete) => {
    followTopic<{ entry: Entry }>(socket, {
      request: () => ({ query, variables: { after: resumeCursor(known) } }),
      next: ({ entry }) => {
        arrived.push(entry.sequence)
        known = mergeMessages(known, [entry])
        if (known.length === 60) complete()
      },
      refused: (code) => expect.unreachable(code),
    })
  })
  expect(arrived).toEqual(Array.from({ length: 60 }, (_entry, index) => index + 1))
  expect(server.joined).toEqual([undefined, '5', '6', '30'])
  expect(new Set(server.tokens)).toEqual(new Set(['a-token']))
  expect(lines).toContain('reconnecting')
  expect(lines.at(-1)).toBe('online')
})

test('a refusal for good ends the topic, and says why', async () => {
  const server = await serve(0, 1, [], 'LIVE_CURSOR_EXPIRED')
  const socket = new LiveSocket(
    server.url,
    async () => 'a-token',
    () => undefined,
  )
  const code = await new Promise<string>((refused) => {
    followTopic(socket, { request: () => ({ query }), next: () => expect.unreachable(), refused })
  })
  expect(code).toBe('LIVE_CURSOR_EXPIRED')
})

test('a token that cannot be had is a broken line: the topic joins as soon as the browser is online again', async () => {
  const server = await serve(0, 1, [])
  let attempts = 0
  const token = async () => {
    if (attempts++ === 0) {
      setImmediate(() => page.dispatchEvent(new Event('online')))
      throw new TypeError('fetch failed')
    }
    return 'late-token'
  }
  const socket = new LiveSocket(server.url, token, () => undefined)
  const entry = await new Promise<Entry>((next) => {
    followTopic<{ entry: Entry }>(socket, {
      request: () => ({ query }),
      next: (data) => next(data.entry),
      refused: (code) => expect.unreachable(code),
    })
  })
  expect(entry.sequence).toBe(1)
  expect(server.tokens).toEqual(['late-token'])
})

test('who leaves hears nothing more, and the last one closes the connection', async () => {
  const server = await serve(0, 3, [])
  let onClosed: (code: number) => void = () => undefined
  const closed = new Promise<number>((resolve) => {
    onClosed = resolve
  })
  const socket = new LiveSocket(
    server.url,
    async () => 'a-token',
    () => undefined,
    (url, protocol) => {
      const opened = new WebSocket(url, protocol)
      opened.addEventListener('close', (event) => onClosed(event.code))
      return opened
    },
  )
  const heard: number[] = []
  const leave = followTopic<{ entry: Entry }>(socket, {
    request: () => ({ query }),
    next: ({ entry }) => {
      heard.push(entry.sequence)
      leave()
    },
    refused: (code) => expect.unreachable(code),
  })
  expect(await closed).toBe(1000)
  expect(heard).toEqual([1])
})
