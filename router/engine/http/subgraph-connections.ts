import { Pool } from 'undici'
import type { HttpTransportOptions } from '../http-transport.ts'
import type { BreakerState } from './circuit-breaker.ts'
import { RetryBudget } from './retry-budget.ts'
import { SubgraphClient } from './subgraph-client.ts'
import { SubgraphFigures } from './subgraph-figures.ts'

/** One subgraph at one address, with what is kept for it as long as a graph uses it. */
export interface SubgraphAddress {
  /** Equal only for the same subgraph at the same address. */
  readonly key: string
  readonly service: string
  readonly url: URL
  readonly client: SubgraphClient
  readonly figures: SubgraphFigures
}

/** How one subgraph does. */
export interface SubgraphReport {
  service: string
  figures: SubgraphFigures
  /** The worst state of its circuit breakers; closed where no graph uses the subgraph. */
  breaker: BreakerState
}

const worse: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 }

interface Used {
  readonly address: SubgraphAddress
  /** Graphs that use it. */
  users: number
}

interface SharedPool {
  readonly pool: Pool
  /** Addresses on this origin. */
  addresses: number
}

/** The pools and circuit breakers of all addresses that some graph uses; subgraphs on one origin share its pool. */
export class SubgraphConnections {
  readonly #options: HttpTransportOptions
  readonly #used = new Map<string, Used>()
  readonly #pools = new Map<string, SharedPool>()
  /** For each subgraph that was ever used: counters only grow. */
  readonly #figures = new Map<string, SubgraphFigures>()
  readonly #retries = new Map<string, RetryBudget>()
  /** Closed after their last request. */
  readonly #leaving = new Set<Pool>()

  constructor(options: HttpTransportOptions) {
    this.#options = options
  }

  /**
   * Takes addresses for one graph, by the subgraphs' names.
   * @throws Error when one is no address; then none is taken
   */
  take(urls: Readonly<Record<string, string>>): ReadonlyMap<string, SubgraphAddress> {
    const parsed = Object.entries(urls).map(([service, url]) => [service, httpAddress(service, url)] as const)
    return new Map(parsed.map(([service, url]) => [service, this.#take(service, url)]))
  }

  /** Gives addresses back; what nobody uses any more is closed after its last request. */
  giveBack(addresses: Iterable<SubgraphAddress>): void {
    for (const { key, url } of addresses) {
      const used = this.#used.get(key)
      if (!used || --used.users > 0) continue
      this.#used.delete(key)
      this.#leave(url.origin)
    }
  }

  *reports(): Iterable<SubgraphReport> {
    for (const [service, figures] of this.#figures) {
      let breaker: BreakerState = 'closed'
      for (const { address } of this.#used.values()) {
        if (address.service === service && worse[address.client.breaker] > worse[breaker])
          breaker = address.client.breaker
      }
      yield { service, figures, breaker }
    }
  }

  /** Ends all connections, also with requests on them. */
  async close(): Promise<void> {
    const pools = [...[...this.#pools.values()].map(({ pool }) => pool), ...this.#leaving]
    this.#used.clear()
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.destroy()))
  }

  #take(service: string, url: URL): SubgraphAddress {
    const key = `${service}\n${url.href}`
    let used = this.#used.get(key)
    if (!used) {
      const figures = this.#figures.get(service) ?? new SubgraphFigures()
      this.#figures.set(service, figures)
      used = {
        address: { key, service, url, client: this.#client(service, url, figures), figures },
        users: 0,
      }
      this.#used.set(key, used)
    }
    used.users++
    return used.address
  }

  #client(service: string, url: URL, figures: SubgraphFigures): SubgraphClient {
    const options = this.#options
    const retries = this.#retries.get(service) ?? new RetryBudget()
    this.#retries.set(service, retries)
    return new SubgraphClient({
      service,
      pool: this.#join(url.origin),
      path: url.pathname + url.search,
      timeoutMs: options.timeoutsMs?.[service] ?? options.timeoutMs ?? 10_000,
      responseBytes: options.responseBytes ?? 64 * 1024 * 1024,
      breakerFailures: options.breakerFailures ?? 5,
      breakerPauseMs: options.breakerPauseMs ?? 1_000,
      retries,
      figures,
    })
  }

  #join(origin: string): Pool {
    let shared = this.#pools.get(origin)
    if (!shared) {
      const pool = new Pool(origin, {
        connections: this.#options.connections ?? 64,
        keepAliveTimeout: 30_000,
        // one timer bounds the whole answer, waiting for a connection included: undici's two would be set in vain
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      shared = { pool, addresses: 0 }
      this.#pools.set(origin, shared)
    }
    shared.addresses++
    return shared.pool
  }

  #leave(origin: string): void {
    const shared = this.#pools.get(origin)
    if (!shared || --shared.addresses > 0) return
    this.#pools.delete(origin)
    const { pool } = shared
    this.#leaving.add(pool)
    // rejects when it is destroyed meanwhile, which ends it as well
    const gone = () => this.#leaving.delete(pool)
    pool.close().then(gone, gone)
  }
}

function httpAddress(service: string, text: string): URL {
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new Error(`The subgraph "${service}" has no address: "${text}" is not an http(s) URL`)
}
