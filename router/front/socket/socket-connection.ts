import { defineError } from '#platform/errors/define-error.ts'
import type { ResolveDocument } from '../../documents/resolve-document.ts'
import { readRequest } from '../../graphql-http/read-request.ts'
import type { Caller } from '../../identity/caller.ts'
import type { LiveClient, WaitingRoom } from '../../live/live-client.ts'
import type { Position } from '../../live/live-message.ts'
import { graphErrors } from '../graphql/graph-errors.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import type { RequestMarks } from '../graphql/subgraph-context.ts'
import {
  countedName,
  type LiveLimits,
  tooManyConnections,
  tooManySubscriptions,
} from '../limits/live-limits.ts'
import type { ClientSocket } from './client-socket.ts'
import { readMessage } from './client-message.ts'
import { closeCodes } from './close-codes.ts'
import { MessageAllowance } from './message-allowance.ts'
import { positionPing, SocketSink } from './socket-sink.ts'

const maxOperations = 100

const tooManyOperations = defineError<{ max: number }>(
  'TOO_MANY_OPERATIONS',
  429,
  ({ max }) => `One connection carries at most ${max} operations at once.`,
)

/** What all connections share. */
export interface SocketParts {
  front: GraphFront
  limits: LiveLimits
  /** The document that a client names, by its text or its hash. */
  resolve: ResolveDocument
  /** The caller as it is now: roles change, sessions end. */
  refresh(caller: Caller): Promise<Caller>
  /** Calls back when the caller's proof of identity ends. @returns how to stop watching */
  onCallerEnd(caller: Caller, ended: () => void): () => void
}

/** Proves who the client is. @throws CodedError with the status 401 or 403 */
export type Greet = (connectionParams: Record<string, unknown>) => Promise<Caller>

/** One operation of a client: a subscription, or what runs until it is answered. */
interface Running {
  client?: LiveClient
  gone?: AbortController
  /** Gives back what it holds of the viewer's allowance. */
  release?: () => void
  over: boolean
}

/**
 * The server's side of one graphql-transport-ws connection. Results are JSON texts already, so they are put into their
 * message as they are. Kept small: there are ten thousand of them.
 */
export class SocketConnection {
  readonly #parts: SocketParts
  readonly #socket: ClientSocket
  readonly #marks: RequestMarks
  readonly #room: WaitingRoom
  readonly #allowance = new MessageAllowance()
  /** Running operations, by the client's ids. */
  readonly #operations = new Map<string, Running>()
  /** Until the client has proved who it is. */
  #greet: Greet | undefined
  #initialised = false
  #caller: Caller | undefined
  #unwatch: (() => void) | undefined
  #alive = true
  #ended = false

  constructor(
    parts: SocketParts,
    socket: ClientSocket,
    room: WaitingRoom,
    marks: RequestMarks,
    greet: Greet,
  ) {
    this.#parts = parts
    this.#socket = socket
    this.#room = room
    this.#marks = marks
    this.#greet = greet
  }

  get acknowledged(): boolean {
    return this.#caller !== undefined
  }

  /** Characters of JSON text that wait for the client to read. */
  get waiting(): number {
    return this.#room.waiting
  }

  /** Sends the client away. */
  close(code: (typeof closeCodes)[keyof typeof closeCodes], reason: string): void {
    this.#socket.close(code, reason)
  }

  /** The client has shown that it is there. */
  heard(): void {
    this.#alive = true
  }

  /** Cuts off a client that did not answer since the last beat; asks the others, and tells where their topics stand. */
  beat(): void {
    if (!this.#alive) return this.#socket.terminate()
    this.#alive = false
    this.#socket.ping()
    const positions: Record<string, Position> = {}
    let any = false
    for (const [id, { client }] of this.#operations) {
      const position = client?.position
      if (!position) continue
      positions[id] = position
      any = true
    }
    if (any) this.#socket.send(positionPing(positions))
  }

  /** The connection takes messages again. */
  flush(): void {
    for (const { client } of this.#operations.values()) client?.flush()
  }

  /** Takes a protocol ping. */
  pinged(data: Buffer): void {
    if (this.#allowance.take()) this.#socket.pong(data)
    else this.#socket.close(closeCodes.tooMany, 'Too many messages')
  }

  /** Takes one message of the client. Never rejects. */
  async receive(text: string): Promise<void> {
    const socket = this.#socket
    if (!this.#allowance.take()) return socket.close(closeCodes.tooMany, 'Too many messages')
    const message = readMessage(text)
    if (!message) return socket.close(closeCodes.badRequest, 'Invalid message')
    switch (message.type) {
      case 'connection_init':
        return this.#initialise(message.payload ?? {})
      case 'ping':
        return socket.send('{"type":"pong"}')
      case 'pong':
        return
      case 'complete':
        return this.#stop(message.id)
      case 'subscribe':
        return this.#start(message.id, message.payload)
    }
  }

  /** Ends all operations: the connection is gone. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#unwatch?.()
    if (this.#caller) this.#parts.limits.viewers.give(countedName(this.#caller.viewer))
    for (const id of [...this.#operations.keys()]) this.#stop(id)
  }

  async #initialise(connectionParams: Record<string, unknown>): Promise<void> {
    const socket = this.#socket
    const greet = this.#greet
    if (this.#initialised || !greet)
      return socket.close(closeCodes.tooMany, 'Too many initialisation requests')
    this.#initialised = true
    try {
      const caller = await greet(connectionParams)
      if (this.#ended || !socket.open) return
      const { viewers } = this.#parts.limits
      if (!viewers.take(countedName(caller.viewer))) throw tooManyConnections({ max: viewers.max })
      this.#greet = undefined
      this.#caller = caller
      this.#unwatch = this.#parts.onCallerEnd(caller, () =>
        socket.close(closeCodes.unauthorized, 'Unauthorized'),
      )
      socket.send('{"type":"connection_ack"}')
    } catch (error) {
      const { status } = error as { status?: number }
      if (status === 401) socket.close(closeCodes.unauthorized, 'Unauthorized')
      else if (status === 403) socket.close(closeCodes.forbidden, 'Forbidden')
      else if (status === 429) socket.close(closeCodes.tooMany, 'Too many connections')
      else {
        this.#parts.front.log.error({ err: error }, 'a connection could not be initialised')
        socket.close(closeCodes.internal, 'Internal server error')
      }
    }
  }

  async #start(id: string, payload: unknown): Promise<void> {
    const socket = this.#socket
    if (!this.#caller) return socket.close(closeCodes.unauthorized, 'Unauthorized')
    if (this.#operations.has(id)) {
      return socket.close(closeCodes.subscriberExists, `Subscriber for ${id} already exists`)
    }
    const running: Running = { over: false }
    const full = this.#operations.size >= maxOperations
    if (!full) this.#operations.set(id, running)
    try {
      if (full) throw tooManyOperations({ max: maxOperations })
      await this.#run(id, running, payload, this.#caller)
    } catch (error) {
      if (running.over) return
      this.#over(id, running)
      this.#refuse(id, graphErrors(error, this.#marks.requestId, this.#parts.front.log))
    }
  }

  async #run(id: string, running: Running, payload: unknown, known: Caller): Promise<void> {
    const { front, refresh, resolve, limits } = this.#parts
    const asked = readRequest(payload)
    const caller = await refresh(known)
    await limits.requests.take(caller, this.#marks.address ?? '')
    const request = await resolve(asked, caller)
    if (running.over) return
    const operation = front.prepare(request, caller)
    if ('errors' in operation) {
      this.#over(id, running)
      return this.#refuse(id, JSON.stringify(operation.errors))
    }
    if (operation.type !== 'subscription') {
      running.gone = new AbortController()
      const text = await front.execute(request, caller, { ...this.#marks, signal: running.gone.signal })
      if (running.over) return
      this.#over(id, running)
      const label = JSON.stringify(id)
      this.#socket.send(`{"id":${label},"type":"next","payload":${text}}`)
      return this.#socket.send(`{"id":${label},"type":"complete"}`)
    }
    const name = countedName(caller.viewer)
    if (!limits.subscriptions.take(name)) throw tooManySubscriptions({ max: limits.subscriptions.max })
    running.release = () => limits.subscriptions.give(name)
    const sink = new SocketSink(this.#socket, id, () => this.#over(id, running))
    const client = front.follow(request, caller, { sink, room: this.#room })
    if ('errors' in client) {
      this.#over(id, running)
      return this.#refuse(id, JSON.stringify(client.errors))
    }
    // It may be over already: what was kept for it has passed its bounds.
    if (!running.over) running.client = client
  }

  /** Ends an operation from the client's side. */
  #stop(id: string): void {
    const running = this.#operations.get(id)
    if (!running) return
    running.client?.leave()
    running.gone?.abort()
    this.#over(id, running)
  }

  #over(id: string, running: Running): void {
    if (running.over) return
    running.over = true
    running.release?.()
    if (this.#operations.get(id) === running) this.#operations.delete(id)
  }

  #refuse(id: string, errors: string): void {
    this.#socket.send(`{"id":${JSON.stringify(id)},"type":"error","payload":${errors}}`)
  }
}
