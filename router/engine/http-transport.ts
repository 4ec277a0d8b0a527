import { type CancelSignal, stopped, waitFor } from './cancelation.ts'
import { engineCodes, SubgraphError } from './errors.ts'
import { InFlight } from './http/in-flight.ts'
import { readResponse } from './http/read-response.ts'
import {
  type SubgraphAddress,
  SubgraphConnections,
  type SubgraphReport,
} from './http/subgraph-connections.ts'
import { SubscriptionSockets } from './http/subscription-sockets.ts'
import { copy } from './plan/merge.ts'
import type { RequestContext, SubgraphResponse, Transport } from './transport.ts'

export interface HttpTransportOptions {
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

/** The way to the subgraphs at the addresses of one graph. */
export interface AddressedTransport extends Transport {
  /**
   * Gives the addresses back: what no other graph uses is closed after its last request. Requests that are under way
   * may go on asking; their connections are no longer kept open.
   */
  release(): void
}

/**
 * The subgraphs over HTTP (queries, mutations) and WebSocket (subscriptions). It outlives every graph: pools, circuit
 * breakers, reads that are shared and sockets belong to a subgraph at an address, and a graph uses some of them.
 */
export class HttpTransport {
  readonly #connections: SubgraphConnections
  readonly #inFlight: InFlight<SubgraphResponse> | undefined
  readonly #sockets: SubscriptionSockets

  constructor(options: HttpTransportOptions = {}) {
    const { timeoutMs = 10_000, heartbeatMs = 10_000, bufferedEvents = 1_000 } = options
    this.#connections = new SubgraphConnections(options)
    this.#inFlight = options.shareReads === false ? undefined : new InFlight(copyOf)
    this.#sockets = new SubscriptionSockets({ timeoutMs, heartbeatMs, bufferedEvents })
  }

  /**
   * The way to subgraphs at these addresses, beside those that are in use already.
   * @throws Error when one is no address
   */
  use(urls: Readonly<Record<string, string>>): AddressedTransport {
    const addresses = this.#connections.take(urls)
    let released = false
    const addressOf = (service: string) => {
      const address = addresses.get(service)
      if (!address) throw new Error(`The supergraph names no subgraph "${service}"`)
      return address
    }
    return {
      fetch: (service, body, context, read) =>
        released
          ? this.#fetchLate(addressOf(service), body, context, read)
          : this.#fetch(addressOf(service), body, context, read),
      subscribe: (service, payload, context) =>
        this.#sockets.subscribe(service, addressOf(service).url.href, payload, context),
      release: () => {
        if (!released) this.#connections.giveBack(addresses.values())
        released = true
      },
    }
  }

  /** What is counted about each subgraph, and how its circuit breaker stands at its addresses in use. */
  get figures(): Iterable<SubgraphReport> {
    return this.#connections.reports()
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await Promise.all([this.#sockets.close(), this.#connections.close()])
  }

  #fetch(
    address: SubgraphAddress,
    body: string,
    context: RequestContext,
    read: boolean,
  ): Promise<SubgraphResponse> {
    const { signal, dedupeKey } = context
    if (!read) {
      const answer = this.#ask(address, body, context, false).finally(() => this.#inFlight?.seal())
      return waitFor(answer, signal, (by) =>
        by.reason === 'timed-out' ? stopped(by, address.service) : undefined,
      )
    }
    if (!this.#inFlight || !dedupeKey) return this.#ask(address, body, context, true, signal)
    return this.#inFlight.share(
      // no name or address holds a line break: the parts cannot run into each other
      `${address.key}\n${dedupeKey}`,
      body,
      (stop) => this.#ask(address, body, context, true, stop),
      { signal, stopped: (by) => stopped(by, address.service) },
      () => address.figures.shared++,
    )
  }

  /** @param signal ends it. A mutation has none: what it changes has begun, whether somebody waits or not. */
  async #ask(
    { service, client }: SubgraphAddress,
    body: string,
    context: RequestContext,
    read: boolean,
    signal?: CancelSignal,
  ): Promise<SubgraphResponse> {
    const span = context.trace?.fetch(service)
    const own = context.headersFor ? context.headersFor(service) : context.headers
    const headers = { ...own, ...jsonHeaders }
    if (span) headers.traceparent = span.traceparent
    let failed = true
    try {
      const answer = readResponse(await client.post(body, headers, read, signal), service)
      failed = false
      return answer
    } catch (error) {
      throw isCanceled(error) && signal ? stopped(signal, service) : error
    } finally {
      span?.end(failed)
    }
  }

  /** For a request that began on a graph which was swapped meanwhile. */
  async #fetchLate(
    { service, url }: SubgraphAddress,
    body: string,
    context: RequestContext,
    read: boolean,
  ): Promise<SubgraphResponse> {
    const taken = [...this.#connections.take({ [service]: url.href }).values()]
    try {
      return await this.#fetch(taken[0] as SubgraphAddress, body, context, read)
    } finally {
      this.#connections.giveBack(taken)
    }
  }
}

const jsonHeaders: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' }

function isCanceled(error: unknown): boolean {
  return error instanceof SubgraphError && error.code === engineCodes.canceled
}

function copyOf(response: SubgraphResponse): SubgraphResponse {
  return response.data ? { ...response, data: copy(response.data) } : response
}
