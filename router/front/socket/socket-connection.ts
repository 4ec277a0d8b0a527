import { defineError } from '#platform/errors/define-error.ts'
import type { Refusal } from '../../engine/operation.ts'
import type { Caller } from '../../identity/caller.ts'
import { graphErrors } from '../graphql/graph-errors.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import { readRequest } from '../graphql/read-request.ts'
import type { RequestMarks } from '../graphql/subgraph-context.ts'
import type { BoundedSocket } from './bounded-socket.ts'
import { readMessage } from './client-message.ts'
import { closeCodes } from './close-codes.ts'

const tooManyOperations = defineError<{ max: number }>(
  'TOO_MANY_OPERATIONS',
  429,
  ({ max }) => `One connection carries at most ${max} operations at once.`,
)

export interface SocketConnectionOptions {
  socket: BoundedSocket
  front: GraphFront
  marks: RequestMarks
  /** @throws CodedError with the status 401 or 403 */
  authenticate(connectionParams: Record<string, unknown>): Promise<Caller>
  /** The caller as it is now: roles change, sessions end. */
  refresh(caller: Caller): Promise<Caller>
  /** Called when the client has proved who it is. */
  onCaller(caller: Caller): void
  maxOperations: number
}

/**
 * The server's side of one graphql-transport-ws connection. Results are JSON texts already, so they are put into
 * their message as they are. Each operation sends its next result only when the last one has left.
 */
export class SocketConnection {
  readonly #options: SocketConnectionOptions
  /** Running operations, by the client's ids; how to end them. */
  readonly #operations = new Map<string, { end(): void }>()
  #initialised = false
  #caller: Caller | undefined

  constructor(options: SocketConnectionOptions) {
    this.#options = options
  }

  get acknowledged(): boolean {
    return this.#caller !== undefined
  }

  /** Takes one message of the client. Never rejects. */
  async receive(text: string): Promise<void> {
    const { socket } = this.#options
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
        this.#operations.get(message.id)?.end()
        return
      case 'subscribe':
        return this.#start(message.id, message.payload)
    }
  }

  /** Ends all operations: the connection is gone. */
  end(): void {
    for (const operation of [...this.#operations.values()]) operation.end()
  }

  async #initialise(connectionParams: Record<string, unknown>): Promise<void> {
    const { socket, authenticate, onCaller } = this.#options
    if (this.#initialised)
      return socket.close(closeCodes.tooManyInitialisations, 'Too many initialisation requests')
    this.#initialised = true
    try {
      const caller = await authenticate(connectionParams)
      this.#caller = caller
      onCaller(caller)
      await socket.send('{"type":"connection_ack"}')
    } catch (error) {
      const { status } = error as { status?: number }
      if (status === 401) socket.close(closeCodes.unauthorized, 'Unauthorized')
      else if (status === 403) socket.close(closeCodes.forbidden, 'Forbidden')
      else {
        this.#options.front.log.error({ err: error }, 'a connection could not be initialised')
        socket.close(closeCodes.internal, 'Internal server error')
      }
    }
  }

  async #start(id: string, payload: unknown): Promise<void> {
    const { socket, front, marks, maxOperations } = this.#options
    if (!this.#caller) return socket.close(closeCodes.unauthorized, 'Unauthorized')
    if (this.#operations.has(id)) {
      return socket.close(closeCodes.subscriberExists, `Subscriber for ${id} already exists`)
    }
    const gone = new AbortController()
    const operation = { end: () => gone.abort() }
    const full = this.#operations.size >= maxOperations
    if (!full) this.#operations.set(id, operation)
    const label = JSON.stringify(id)
    try {
      if (full) throw tooManyOperations({ max: maxOperations })
      const refusal = await this.#run(label, payload, gone.signal)
      if (gone.signal.aborted) return
      await socket.send(
        refusal
          ? `{"id":${label},"type":"error","payload":${JSON.stringify(refusal.errors)}}`
          : `{"id":${label},"type":"complete"}`,
      )
    } catch (error) {
      if (!gone.signal.aborted) {
        const errors = graphErrors(error, marks.requestId, front.log)
        await socket.send(`{"id":${label},"type":"error","payload":${errors}}`)
      }
    } finally {
      if (this.#operations.get(id) === operation) this.#operations.delete(id)
    }
  }

  async #run(label: string, payload: unknown, signal: AbortSignal): Promise<Refusal | undefined> {
    const { socket, front, refresh, marks } = this.#options
    const request = readRequest(payload)
    const caller = await refresh(this.#caller as Caller)
    const next = (text: string) => socket.send(`{"id":${label},"type":"next","payload":${text}}`)
    const operation = front.prepare(request, caller)
    if ('errors' in operation) return operation
    if (operation.type !== 'subscription') {
      await next(await front.execute(request, caller, { ...marks, signal }))
      return undefined
    }
    const client = front.follow(request, caller, () => socket.close(closeCodes.slowConsumer, 'Slow consumer'))
    if ('errors' in client) return client
    const leave = () => void client.return()
    signal.addEventListener('abort', leave, { once: true })
    if (signal.aborted) leave()
    for await (const text of client) {
      if (signal.aborted) break
      await next(text)
    }
    return undefined
  }
}
