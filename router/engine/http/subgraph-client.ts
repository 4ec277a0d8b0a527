import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from 'cockatiel'
import type { Pool } from 'undici'
import { engineCodes, SubgraphError } from '../errors.ts'
import { type Posted, PostFailure, postJson } from './post-json.ts'

export interface SubgraphClientOptions {
  service: string
  pool: Pool
  path: string
  /** How long an answer may take, waiting for a connection included. */
  timeoutMs: number
  /** How large an answer may be. */
  responseBytes: number
  /** Failures in a row after which the subgraph is left alone. */
  breakerFailures: number
  /** How long it is left alone until one request tries again. */
  breakerPauseMs: number
}

// what a proxy says when the server behind it is away
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504])

/** The connection to one subgraph: time-out, one retry for reads, circuit breaker. */
export class SubgraphClient {
  readonly #options: SubgraphClientOptions
  readonly #breaker: CircuitBreakerPolicy
  /** Whether the breaker has something to count or to decide: something failed and nothing succeeded since. */
  #failing = false

  constructor(options: SubgraphClientOptions) {
    this.#options = options
    this.#breaker = circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(options.breakerFailures),
      halfOpenAfter: options.breakerPauseMs,
    })
  }

  /**
   * Posts a body and gives the text of the answer.
   * @throws SubgraphError SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE
   */
  async post(body: string, headers: Record<string, string>, read: boolean): Promise<string> {
    if (this.#failing) return this.#guarded(() => this.#attempt(body, headers, read))
    // the usual case passes the breaker by: it has nothing to count or to decide
    const answer = this.#attempt(body, headers, read)
    try {
      const text = await answer
      if (!this.#failing) return text
    } catch {
      this.#failing = true // the breaker counts it below, and throws it
    }
    // to a breaker that has opened meanwhile this outcome says nothing new
    return this.#breaker.state === CircuitState.Closed ? this.#guarded(() => answer) : answer
  }

  async #guarded(ask: () => Promise<string>): Promise<string> {
    try {
      const text = await this.#breaker.execute(ask)
      this.#failing = this.#breaker.state !== CircuitState.Closed
      return text
    } catch (error) {
      this.#failing = true
      if (!(error instanceof BrokenCircuitError)) throw error
      throw this.#unavailable('is not answering and is left alone for a moment', error)
    }
  }

  /** A connection that broke says nothing about the subgraph: a read may try another one. A time-out is not repeated. */
  async #attempt(body: string, headers: Record<string, string>, read: boolean): Promise<string> {
    const { pool, path } = this.#options
    for (let mayRetry = read; ; mayRetry = false) {
      try {
        return this.#accepted(await postJson(pool, path, headers, body, this.#options))
      } catch (error) {
        const failed = this.#coded(error)
        if (!mayRetry || failed.code !== engineCodes.subgraphUnavailable) throw failed
      }
    }
  }

  #accepted({ status, text }: Posted): string {
    if (awayStatuses.has(status)) throw this.#unavailable(`answered with status ${status}`)
    return text
  }

  #coded(error: unknown): SubgraphError {
    if (error instanceof SubgraphError) return error
    if (!(error instanceof PostFailure)) throw error
    if (!error.timedOut) return this.#unavailable('is not available', error)
    const { service, timeoutMs } = this.#options
    const message = `The subgraph "${service}" did not answer within ${timeoutMs} ms`
    return new SubgraphError(engineCodes.subgraphTimeout, service, message, error)
  }

  #unavailable(what: string, cause?: unknown): SubgraphError {
    const { service } = this.#options
    return new SubgraphError(
      engineCodes.subgraphUnavailable,
      service,
      `The subgraph "${service}" ${what}`,
      cause,
    )
  }
}
