import { Pool } from 'undici'
import type { HttpTransportOptions } from '../http-transport.ts'
import { SubgraphClient } from './subgraph-client.ts'

/** One subgraph at one address, with what is kept for it as long as a graph uses it. */
export interface SubgraphAddress {
  /** Equal only for the same subgraph at the same address. */
  readonly key: string
  readonly service: string
  readonly url: URL
  readonly client: SubgraphClient
}

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
      used = { address: { key, service, url, client: this.#client(service, url) }, users: 0 }
      this.#used.set(key, used)
    }
    used.users++
    return used.address
  }

  #client(service: string, url: URL): SubgraphClient {
    const options = this.#options
    return new SubgraphClient({
      service,
      pool: this.#join(url.origin),
      path: url.pathname + url.search,
      timeoutMs: options.timeoutsMs?.[service] ?? options.timeoutMs ?? 10_000,
      responseBytes: options.responseBytes ?? 64 * 1024 * 1024,
      breakerFailures: options.breakerFailures ?? 5,
      breakerPauseMs: options.breakerPauseMs ?? 1_000,
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
