import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { buildSchema, type ExecutionResult, GraphQLError, parse, subscribe } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { endable } from './endable.ts'

export const entries = 'subscription ($after: String) { entry(after: $after) { sequence } }'
export const board = 'subscription { board { waiting version } }'
/** An event topic's document that cannot resume. */
export const unresumable = 'subscription { entry { sequence } }'

export interface EntryData {
  entry: { sequence: number }
}
export interface BoardData {
  board: { waiting: number; version: number }
}

const schema = buildSchema(`
  type Query { none: Int }
  type Entry { sequence: Int! }
  type Board { waiting: Int! version: Int! }
  type Subscription { entry(after: String): Entry! board: Board! }
`)
const coded = (code: string, more: Record<string, unknown> = {}) =>
  new GraphQLError(`refused: ${code}`, { extensions: { code, ...more } })
export const cursorOf = (sequence: number) => `c${sequence}`

/** What a subscription has been sent, for its heads. */
interface Place {
  at: number
}

/**
 * A real server of two topics: entries, which are events numbered from 1, and a board, which is a state. By
 * graphql-ws's own server, and as server-sent events; it can break connections, lose events, expire cursors and refuse.
 */
export class TopicServer {
  /** Sequence of the newest entry. */
  head = 0
  /** Entries up to here are gone. */
  goneUpTo = 0
  /** All states of the board; a subscription begins with the last one. */
  readonly states = [{ version: 1, waiting: 0 }]
  /** The cursor of each subscription to the entries, in order. */
  readonly joined: (string | undefined)[] = []
  /** The token of each connection. */
  readonly tokens: unknown[] = []
  /** Requests for server-sent events. */
  readonly streams: IncomingMessage[] = []
  /** Connections break behind these entries, in order. */
  breakAt: number[] = []
  /** Entries that are not sent the next time they should be. */
  readonly lose = new Set<number>()
  /** Entries that are never sent. */
  readonly neverSent = new Set<number>()
  /** Entries that come twice. */
  readonly twice = new Set<number>()
  /** Subscriptions are refused with this code, so many times. */
  refuse: { code: string; times: number; more?: Record<string, unknown> } | undefined
  /** What the server thinks of a token; any close code but undefined refuses it. */
  judge: (token: unknown) => number | undefined = () => undefined
  /** Heads are told when a subscription begins and by `heartbeat`. */
  heads = false
  /** Networks without WebSocket answer an upgrade with an error. */
  allowWebSocket = true
  /** Each subscription's payload, as it came. */
  readonly payloads: SubscribePayload[] = []
  readonly #http: Server
  readonly #sockets = new WebSocketServer({ noServer: true })
  readonly #responses = new Map<ServerResponse, Place>()
  readonly #places = new Map<WebSocket, Map<string, Place>>()
  #grown = Promise.withResolvers<void>()

  constructor() {
    this.#http = createServer((request, response) => void this.#stream(request, response))
    this.#http.on('upgrade', (request, stream, head) => {
      if (!this.allowWebSocket) return stream.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
      this.#sockets.handleUpgrade(request, stream, head, (socket) =>
        this.#sockets.emit('connection', socket, request),
      )
    })
    useServer(
      {
        schema,
        roots: { subscription: this.#roots() },
        context: ({ extra: { socket } }, id) => {
          const places = this.#places.get(socket) ?? new Map<string, Place>()
          if (places.size === 0) socket.once('close', () => this.#places.delete(socket))
          this.#places.set(socket, places.set(id, { at: 0 }))
          return { place: places.get(id), end: () => socket.terminate(), begun: () => this.#ping(socket) }
        },
        onConnect: ({ connectionParams, extra }) => {
          const token = connectionParams?.['token']
          this.tokens.push(token)
          const code = this.judge(token)
          if (code !== undefined) extra.socket.close(code)
          return code === undefined
        },
        onSubscribe: (_ctx, _id, payload) => void this.payloads.push(payload),
        onNext: (_ctx, _id, _payload, _args, result) => this.#placed(result),
        onComplete: ({ extra }, id) => void this.#places.get(extra.socket)?.delete(id),
      },
      this.#sockets,
    )
  }

  /** Opens the port; the same one again after `stop`. */
  async listen(port = 0): Promise<this> {
    await new Promise<void>((listening) => this.#http.listen(port, '127.0.0.1', listening))
    return this
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`
  }

  get connections(): number {
    return this.#sockets.clients.size + this.#responses.size
  }

  /** Subscriptions that run over WebSocket. */
  get operations(): number {
    return [...this.#places.values()].reduce((sum, places) => sum + places.size, 0)
  }

  grow(count = 1): void {
    this.head += count
    this.#wake()
  }

  change(waiting: number, version = (this.states.at(-1)?.version ?? 0) + 1): void {
    this.states.push({ waiting, version })
    this.#wake()
  }

  /** Tells every subscription how far it has been sent. */
  heartbeat(): void {
    for (const socket of this.#sockets.clients) this.#ping(socket)
    for (const [response, { at }] of this.#responses) response.write(`id: ${cursorOf(at)}\n\n`)
  }

  /** Closes every connection with a code; cuts it off without. */
  breakAll(code?: number): void {
    for (const socket of this.#sockets.clients) {
      if (code === undefined) socket.terminate()
      else socket.close(code, 'told')
    }
    for (const response of this.#responses.keys()) response.destroy()
  }

  /** Stops the flow of every connection without closing it, as a dead network does. */
  freeze(): void {
    for (const socket of this.#sockets.clients) socket.pause()
  }

  async stop(): Promise<void> {
    this.breakAll()
    this.#wake()
    await new Promise<void>((stopped) => {
      this.#http.close(() => stopped())
      this.#http.closeAllConnections()
    })
  }

  #wake(): void {
    this.#grown.resolve()
    this.#grown = Promise.withResolvers()
  }

  #ping(socket: WebSocket): void {
    if (!this.heads) return
    const live = Object.fromEntries(
      [...(this.#places.get(socket) ?? [])].map(([id, { at }]) => [
        id,
        { sequence: at, cursor: cursorOf(at) },
      ]),
    )
    socket.send(JSON.stringify({ type: 'ping', payload: { live } }))
  }

  #placed(result: ExecutionResult): ExecutionResult {
    const { entry, board: shown } = (result.data ?? {}) as {
      entry?: { sequence: number }
      board?: BoardData['board']
    }
    if (entry) {
      const { sequence } = entry
      const live = { topic: 'entries', kind: 'EVENT', sequence, cursor: cursorOf(sequence) }
      return { ...result, extensions: { live } }
    }
    if (!shown) return result
    return { ...result, extensions: { live: { topic: 'board', kind: 'STATE', version: shown.version } } }
  }

  #roots() {
    interface Subscriber {
      place: Place
      end(): void
      begun(): void
    }
    const begin = (after: string | null | undefined) => {
      if (this.refuse && this.refuse.times-- > 0) throw coded(this.refuse.code, this.refuse.more)
      if (after == null) return this.head
      const at = Number(/^c(\d+)$/.exec(after)?.[1] ?? Number.NaN)
      if (Number.isNaN(at) || at > this.head) throw coded('LIVE_CURSOR_INVALID')
      if (at < this.goneUpTo) throw coded('LIVE_CURSOR_EXPIRED')
      return at
    }
    const { server } = { server: this as TopicServer }
    return {
      entry: ({ after }: { after?: string | null }, { place, end, begun }: Subscriber) => {
        server.joined.push(after ?? undefined)
        place.at = begin(after)
        begun()
        return endable(async function* (gone) {
          while (!gone.aborted) {
            while (place.at < server.head) {
              const sequence = ++place.at
              if (server.lose.delete(sequence) || server.neverSent.has(sequence)) continue
              yield { entry: { sequence } }
              if (server.twice.delete(sequence)) yield { entry: { sequence } }
              if (server.breakAt[0] !== undefined && sequence >= server.breakAt[0]) {
                server.breakAt.shift()
                return end()
              }
            }
            await Promise.race([server.#grown.promise, once(gone, 'abort')])
          }
        })
      },
      board: () => {
        begin(undefined)
        let at = server.states.length - 1
        return endable(async function* (gone) {
          while (!gone.aborted) {
            while (at < server.states.length) yield { board: server.states[at++] }
            await Promise.race([server.#grown.promise, once(gone, 'abort')])
          }
        })
      },
    }
  }

  async #stream(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.streams.push(request)
    const refuse = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const token = request.headers.authorization?.replace('Bearer ', '')
    this.tokens.push(token)
    const code = this.judge(token)
    if (code !== undefined) return void refuse(code - 4000, { errors: [{ message: 'no' }] })
    const { query = '', variables } = (await json(request)) as SubscribePayload
    this.payloads.push({ query, variables })
    const place: Place = { at: 0 }
    const contextValue = { place, begun: () => undefined, end: () => response.end() }
    const result = await subscribe({
      schema,
      document: parse(query),
      rootValue: this.#roots(),
      contextValue,
      variableValues: variables,
    })
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
    this.#responses.set(response, place)
    response.once('close', () => this.#responses.delete(response))
    const next = (of: unknown, id = '') => response.write(`event: next\n${id}data: ${JSON.stringify(of)}\n\n`)
    if (!(Symbol.asyncIterator in result)) next({ ...result, data: null })
    else {
      try {
        for await (const one of result) {
          if (response.writableEnded || response.destroyed) return
          const placed = this.#placed(one)
          const { cursor } = (placed.extensions?.['live'] ?? {}) as { cursor?: string }
          next(placed, cursor ? `id: ${cursor}\n` : '')
        }
      } catch (error) {
        next({ errors: [error], data: null })
      }
    }
    if (!response.writableEnded) response.end('event: complete\ndata:\n\n')
  }
}
