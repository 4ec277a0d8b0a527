import type { LineState, LiveTopics, TopicResult, TopicSink } from './live-topics.ts'

/** What the widget needs of a WebSocket; tests put their own in. */
export type SocketFactory = (url: string, protocol: string) => WebSocket

interface Topic {
  request: { query: string; variables?: Record<string, unknown> }
  sink: TopicSink<unknown>
}
type Incoming = { type: string; id?: string; payload?: unknown }

/** Pings go out this often; silence for twice as long is a dead connection (a laptop's sleep leaves such). */
const pingEveryMs = 12_000

/**
 * One WebSocket for all of the widget's live topics, in the graphql-transport-ws protocol
 * (github.com/enisdenjo/graphql-ws, PROTOCOL.md). Written out here because the library's client alone would
 * take a third of the widget's size. It opens with the first topic and closes with the last; when it breaks,
 * every topic is told, and {@link followTopic} joins again.
 */
export class LiveSocket implements LiveTopics {
  readonly #url: string
  readonly #token: () => Promise<string>
  readonly #onLine: (state: LineState) => void
  readonly #open: SocketFactory
  readonly #topics = new Map<string, Topic>()
  #socket: WebSocket | undefined
  #ready = false
  #lastId = 0
  #heardAt = 0
  #ping: ReturnType<typeof setInterval> | undefined

  constructor(
    url: string,
    token: () => Promise<string>,
    onLine: (state: LineState) => void,
    open: SocketFactory = (address, protocol) => new WebSocket(address, protocol),
  ) {
    this.#url = url
    this.#token = token
    this.#onLine = onLine
    this.#open = open
  }

  subscribe<T>(request: Topic['request'], sink: TopicSink<T>): () => void {
    const id = String(++this.#lastId)
    this.#topics.set(id, { request, sink: sink as TopicSink<unknown> })
    if (this.#ready) this.#send({ id, type: 'subscribe', payload: request })
    else if (!this.#socket) this.#connect()
    return () => {
      if (!this.#topics.delete(id)) return
      if (this.#ready) this.#send({ id, type: 'complete' })
      if (this.#topics.size === 0) this.#socket?.close(1000)
    }
  }

  /** Breaks the connection, as the network would: the browser said that it is offline, or the page is left. */
  drop(): void {
    this.#socket?.close()
    this.#lost()
  }

  #connect(): void {
    const socket = this.#open(this.#url, 'graphql-transport-ws')
    this.#socket = socket
    const mine = () => this.#socket === socket
    socket.onopen = async () => {
      try {
        const token = await this.#token()
        if (mine()) this.#send({ type: 'connection_init', payload: { token } })
      } catch {
        // No token now (the server is away): as good as no connection.
        if (mine()) this.drop()
      }
    }
    socket.onmessage = ({ data }) => {
      if (mine()) this.#receive(JSON.parse(String(data)) as Incoming)
    }
    socket.onclose = () => {
      if (mine()) this.#lost()
    }
  }

  #receive({ type, id = '', payload }: Incoming): void {
    this.#heardAt = Date.now()
    const topic = this.#topics.get(id)
    if (type === 'connection_ack') this.#start()
    else if (type === 'ping') this.#send({ type: 'pong' })
    else if (type === 'next') topic?.sink.next(payload as TopicResult<unknown>)
    else if (type === 'error' || type === 'complete') {
      this.#topics.delete(id)
      if (type === 'error') topic?.sink.error(payload)
      else topic?.sink.complete()
    }
  }

  #start(): void {
    this.#ready = true
    this.#onLine('online')
    for (const [id, { request }] of this.#topics) this.#send({ id, type: 'subscribe', payload: request })
    this.#ping = setInterval(() => {
      if (Date.now() - this.#heardAt > 2 * pingEveryMs) this.drop()
      else this.#send({ type: 'ping' })
    }, pingEveryMs)
  }

  #lost(): void {
    const topics = [...this.#topics.values()]
    clearInterval(this.#ping)
    this.#socket = undefined
    this.#ready = false
    this.#topics.clear()
    if (topics.length > 0) this.#onLine(navigator.onLine ? 'reconnecting' : 'offline')
    for (const { sink } of topics) sink.error(undefined)
  }

  #send(message: Incoming): void {
    this.#socket?.send(JSON.stringify(message))
  }
}
