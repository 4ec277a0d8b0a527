import { monotonicMs } from '../monotonic-ms.ts'
import type { ConnectGate } from './connect-gate.ts'
import { FollowedTopic, type Position } from './followed-topic.ts'
import { type Ending, LightSocket } from './light-socket.ts'

const firstPauseMs = 100
const longestPauseMs = 2_000

export interface FollowerOptions {
  url: URL
  localAddress: string
  /** Sent in `connection_init`. */
  token: string | undefined
  /** `subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { … } }` */
  query: string
  /** The topics' ids; each is an operation of its own on the one connection. */
  topics: string[]
  gate: ConnectGate
  /** Told of each event's text, for the time that it carries. */
  onEvent(text: string): void
  onClose(ending: Ending): void
  /** An operation was refused or ended by the server. */
  onRefusal(reason: string): void
}

interface ServerMessage {
  type: string
  id?: string
  payload?: {
    data?: { messageAdded?: { sequence: number; text: string } | null } | null
    errors?: unknown
    extensions?: { live?: { cursor?: string } }
    live?: Record<string, Position>
  }
}

/**
 * A client that follows event topics by graphql-transport-ws and comes back when its connection ends, behind the last
 * event that it has read (`after`).
 */
export class Follower {
  readonly topics: FollowedTopic[]
  /** The longest time without an event so far, from the first one on. */
  longestGapMs = 0
  readonly #options: FollowerOptions
  #socket: LightSocket | undefined
  #acknowledged = false
  #subscribing = false
  #over = false
  #pauseMs = firstPauseMs
  #lastEventMs: number | undefined

  constructor(options: FollowerOptions) {
    this.#options = options
    this.topics = options.topics.map((id) => new FollowedTopic(id))
    this.#connect()
  }

  get acknowledged(): boolean {
    return this.#acknowledged
  }

  /** Subscribes to its topics, now and after each reconnection. */
  subscribe(): void {
    this.#subscribing = true
    if (this.#acknowledged) this.#sendSubscriptions()
  }

  /** Stops reading from the network. */
  pause(): void {
    this.#socket?.pause()
  }

  resume(): void {
    this.#socket?.resume()
  }

  /** Leaves for good. */
  leave(): void {
    this.#over = true
    this.#socket?.destroy()
  }

  reset(): void {
    for (const topic of this.topics) topic.reset()
    this.longestGapMs = 0
    this.#lastEventMs = undefined
  }

  #connect(): void {
    const { url, localAddress, token, gate, onClose } = this.#options
    gate.pass(() => {
      if (this.#over) return gate.leave()
      let holdsPlace = true
      const giveBack = () => {
        if (holdsPlace) gate.leave()
        holdsPlace = false
      }
      const socket = new LightSocket({
        url,
        localAddress,
        protocol: 'graphql-transport-ws',
        onOpen: () =>
          socket.send(JSON.stringify({ type: 'connection_init', payload: token ? { token } : {} })),
        onText: (text) => {
          const message = JSON.parse(text) as ServerMessage
          if (message.type === 'connection_ack') giveBack()
          this.#take(message)
        },
        onClose: (ending) => {
          giveBack()
          this.#acknowledged = false
          onClose(ending)
          if (!this.#over) this.#comeBack()
        },
      })
      this.#socket = socket
    })
  }

  #comeBack(): void {
    const pauseMs = this.#pauseMs * (0.5 + Math.random() / 2)
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
    setTimeout(() => this.#connect(), pauseMs)
  }

  #take({ type, id, payload }: ServerMessage): void {
    switch (type) {
      case 'connection_ack':
        this.#acknowledged = true
        this.#pauseMs = firstPauseMs
        if (this.#subscribing) this.#sendSubscriptions()
        return
      case 'ping':
        for (const [operation, position] of Object.entries(payload?.live ?? {})) {
          this.topics[Number(operation)]?.begin(position)
        }
        this.#socket?.send('{"type":"pong"}')
        return
      case 'next':
        this.#takeEvent(Number(id), payload)
        return
      case 'error':
      case 'complete':
        this.#options.onRefusal(`${type} ${JSON.stringify(payload ?? null)}`)
        return
      default:
        return
    }
  }

  #takeEvent(operation: number, payload: ServerMessage['payload']): void {
    const event = payload?.data?.messageAdded
    if (!event) {
      this.#options.onRefusal(`next ${JSON.stringify(payload)}`)
      return
    }
    this.topics[operation]?.take({ sequence: event.sequence, cursor: payload.extensions?.live?.cursor })
    const now = monotonicMs()
    if (this.#lastEventMs !== undefined) {
      this.longestGapMs = Math.max(this.longestGapMs, now - this.#lastEventMs)
    }
    this.#lastEventMs = now
    this.#options.onEvent(event.text)
  }

  #sendSubscriptions(): void {
    for (const [operation, topic] of this.topics.entries()) {
      const after = topic.position?.cursor
      const variables = { id: topic.id, ...(after === undefined ? {} : { after }) }
      const payload = { query: this.#options.query, variables }
      this.#socket?.send(JSON.stringify({ type: 'subscribe', id: String(operation), payload }))
    }
  }
}
