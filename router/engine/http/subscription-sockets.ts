import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { engineCodes, type ResponseError, SubgraphError, SubscriptionRefused } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { subgraphError } from '../plan/subgraph-errors.ts'
import type { RequestContext, SubgraphResponse, SubscriptionPayload } from '../transport.ts'
import { EventQueue } from './event-queue.ts'

interface Socket {
  client: Client
  /** Of the latest subscriber: a new connection needs an identity that has not expired. */
  headers: Record<string, string>
  subscriptions: number
}

export interface SubscriptionSocketsOptions {
  /** How long a connection may take until it is acknowledged. */
  timeoutMs: number
  /** How often a connection is checked, and how long a check may take. */
  heartbeatMs: number
  /** Events that may wait for a slow reader. */
  bufferedEvents: number
}

/** Subscriptions that share one connection at most: losing one must not lose everything. */
const maxSubscriptions = 1_000

/**
 * The WebSocket connections to the subgraphs (protocol graphql-transport-ws). All subscriptions under one name share
 * one, up to a bound: under the connection's own name, where each proves its viewer for itself, else under the
 * viewer's rights. It opens with the first and closes with the last.
 */
export class SubscriptionSockets {
  readonly #options: SubscriptionSocketsOptions
  readonly #sockets = new Map<string, Socket>()
  #unshared = 0

  constructor(options: SubscriptionSocketsOptions) {
    this.#options = options
  }

  /**
   * Subscribes; the subscription begins with the call and ends with the iteration.
   * @param url the subgraph's address, `http:` or `ws:`
   */
  subscribe(
    service: string,
    url: string,
    payload: SubscriptionPayload,
    { headers, dedupeKey, connection }: RequestContext,
  ): AsyncIterableIterator<SubgraphResponse> {
    const name = connection?.name ?? (dedupeKey ? `=${dedupeKey}` : `#${this.#unshared++}`)
    const [key, socket] = this.#socket(`${service}\n${url}\n${name}`, url, connection?.headers ?? headers)
    socket.subscriptions++
    const queue = new EventQueue<SubgraphResponse>(this.#options.bufferedEvents, () => {
      unsubscribe()
      if (--socket.subscriptions === 0 && this.#sockets.get(key) === socket) this.#sockets.delete(key)
    })
    const unsubscribe = socket.client.subscribe<JsonObject, JsonObject>(
      {
        query: payload.query,
        ...(payload.variables ? { variables: payload.variables } : {}),
        ...(connection ? { extensions: headers } : {}),
      },
      {
        next: (event) => {
          if (!queue.push(event)) queue.end(overflow(service))
        },
        error: (error) => {
          // the subgraph refused this operation; everything else is the connection
          queue.end(Array.isArray(error) ? refused(service, error as ResponseError[]) : lost(service, error))
        },
        complete: () => queue.end(),
      },
    )
    return queue
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    const sockets = [...this.#sockets.values()]
    this.#sockets.clear()
    await Promise.all(sockets.map(async ({ client }) => client.dispose()))
  }

  #socket(name: string, url: string, headers: Record<string, string>): [key: string, socket: Socket] {
    for (let part = 0; ; part++) {
      const key = `${name}\n${part}`
      const known = this.#sockets.get(key)
      if (known && known.subscriptions >= maxSubscriptions) continue
      if (known) {
        known.headers = headers
        return [key, known]
      }
      const socket: Socket = { client: this.#client(url, () => socket.headers), headers, subscriptions: 0 }
      this.#sockets.set(key, socket)
      return [key, socket]
    }
  }

  #client(url: string, headers: () => Record<string, string>): Client {
    const { timeoutMs, heartbeatMs } = this.#options
    let late: NodeJS.Timeout | undefined
    const client = createClient({
      url: url.replace(/^http/, 'ws'),
      connectionParams: headers,
      connectionAckWaitTimeout: timeoutMs,
      retryAttempts: 0, // who subscribed knows from where to resume
      keepAlive: heartbeatMs,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string | string[]) {
          super(address, protocols, { headers: headers(), handshakeTimeout: timeoutMs })
        }
      },
      on: {
        ping: (received) => {
          if (!received) late = setTimeout(() => client.terminate(), heartbeatMs)
        },
        pong: (received) => {
          if (received) clearTimeout(late)
        },
        closed: () => clearTimeout(late),
      },
    })
    return client
  }
}

function refused(service: string, errors: readonly ResponseError[]): SubscriptionRefused {
  return new SubscriptionRefused(
    service,
    errors.map((error) => subgraphError(error, service, error?.path)),
  )
}

function lost(service: string, cause: unknown): SubgraphError {
  const message = `The connection to the subgraph "${service}" was lost`
  return new SubgraphError(engineCodes.subgraphUnavailable, service, message, cause)
}

function overflow(service: string): SubgraphError {
  const message = `Events of the subgraph "${service}" came faster than they were read`
  return new SubgraphError(engineCodes.subgraphOverflow, service, message)
}
