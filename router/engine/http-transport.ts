import { Pool } from 'undici'
import { engineCodes, SubgraphError } from './errors.ts'
import { InFlight } from './http/in-flight.ts'
import { SubgraphClient } from './http/subgraph-client.ts'
import { subgraphUrls } from './http/subgraph-urls.ts'
import { SubscriptionSockets } from './http/subscription-sockets.ts'
import { copy } from './plan/merge.ts'
import type { RequestContext, SubgraphResponse, SubscriptionPayload, Transport } from './transport.ts'

export interface HttpTransportOptions {
  /** The composed supergraph's SDL, for the subgraphs' addresses. */
  supergraph: string
  /** Addresses to use instead, by subgraph. */
  urls?: Readonly<Record<string, string>>
  /** How long a subgraph may take to answer; 10 s unless told. */
  timeoutMs?: number
  /** The same for single subgraphs. */
  timeoutsMs?: Readonly<Record<string, number>>
  /** Connections for each address at most; 64 unless told. */
  connections?: number
  /** Whether equal reads under equal rights share one request while it runs; true unless told. */
  shareReads?: boolean
  /** How large one answer may be; 64 MB unless told. */
  responseBytes?: number
  /** Failures in a row after which a subgraph is left alone; 5 unless told. */
  breakerFailures?: number
  /** How long it is left alone; 1 s unless told. */
  breakerPauseMs?: number
  /** How often subscriptions' connections are checked; 10 s unless told. */
  heartbeatMs?: number
  /** Events of one subscription that may wait for a slow reader; 1,000 unless told. */
  bufferedEvents?: number
}

/** The subgraphs over HTTP (queries, mutations) and WebSocket (subscriptions). */
export class HttpTransport implements Transport {
  readonly #pools = new Map<string, Pool>()
  readonly #clients = new Map<string, SubgraphClient>()
  readonly #inFlight: InFlight<SubgraphResponse> | undefined
  readonly #sockets: SubscriptionSockets

  constructor(options: HttpTransportOptions) {
    const { timeoutMs = 10_000, heartbeatMs = 10_000, bufferedEvents = 1_000 } = options
    const urls = { ...subgraphUrls(options.supergraph), ...options.urls }
    for (const [service, url] of Object.entries(urls)) {
      this.#clients.set(service, this.#client(service, new URL(url), options))
    }
    this.#inFlight = options.shareReads === false ? undefined : new InFlight(copyOf)
    this.#sockets = new SubscriptionSockets({ urls, timeoutMs, heartbeatMs, bufferedEvents })
  }

  fetch(service: string, body: string, context: RequestContext, read: boolean): Promise<SubgraphResponse> {
    if (!read) return this.#ask(service, body, context, read).finally(() => this.#inFlight?.seal())
    if (!this.#inFlight || !context.dedupeKey) return this.#ask(service, body, context, read)
    // neither a service's name nor JSON text holds a line break: the parts of the key cannot run into each other
    const key = `${service}\n${body}\n${context.dedupeKey}`
    return this.#inFlight.share(key, () => this.#ask(service, body, context, read))
  }

  async #ask(
    service: string,
    body: string,
    { headers }: RequestContext,
    read: boolean,
  ): Promise<SubgraphResponse> {
    const client = this.#clients.get(service)
    if (!client) throw new Error(`The supergraph names no subgraph "${service}"`)
    return parsed(await client.post(body, { ...headers, ...jsonHeaders }, read), service)
  }

  subscribe(
    service: string,
    payload: SubscriptionPayload,
    context: RequestContext,
  ): AsyncIterable<SubgraphResponse> {
    return this.#sockets.subscribe(service, payload, context)
  }

  async close(): Promise<void> {
    await Promise.all([this.#sockets.close(), ...[...this.#pools.values()].map((pool) => pool.destroy())])
  }

  #client(service: string, url: URL, options: HttpTransportOptions): SubgraphClient {
    let pool = this.#pools.get(url.origin)
    if (!pool) {
      pool = new Pool(url.origin, {
        connections: options.connections ?? 64,
        keepAliveTimeout: 30_000,
        // one timer bounds the whole answer, waiting for a connection included: undici's two would be set in vain
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      this.#pools.set(url.origin, pool)
    }
    return new SubgraphClient({
      service,
      pool,
      path: url.pathname + url.search,
      timeoutMs: options.timeoutsMs?.[service] ?? options.timeoutMs ?? 10_000,
      responseBytes: options.responseBytes ?? 64 * 1024 * 1024,
      breakerFailures: options.breakerFailures ?? 5,
      breakerPauseMs: options.breakerPauseMs ?? 1_000,
    })
  }
}

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' }

function copyOf(response: SubgraphResponse): SubgraphResponse {
  return response.data ? { ...response, data: copy(response.data) } : response
}

function parsed(text: string, service: string): SubgraphResponse {
  let response: unknown
  try {
    response = JSON.parse(text)
  } catch (cause) {
    throw badResponse(service, cause)
  }
  if (!isResponse(response)) throw badResponse(service)
  return response
}

function isResponse(value: unknown): value is SubgraphResponse {
  if (typeof value !== 'object' || value === null) return false
  const { data, errors } = value as { data?: unknown; errors?: unknown }
  const dataFits = data === undefined || (typeof data === 'object' && !Array.isArray(data))
  const errorsFit = errors === undefined || errors === null || Array.isArray(errors)
  return dataFits && errorsFit && (data !== undefined || Array.isArray(errors))
}

function badResponse(service: string, cause?: unknown): SubgraphError {
  const message = `The subgraph "${service}" answered something that is not a GraphQL response`
  return new SubgraphError(engineCodes.subgraphBadResponse, service, message, cause)
}
