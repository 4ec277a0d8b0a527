import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
} from 'cockatiel'
import type { Pool } from 'undici'
import { engineCodes, SubgraphError } from '../errors.ts'
import { PostFailure, type Posted, postJson } from './post-json.ts'

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
    try {
      return await this.#breaker.execute(() => this.#attempt(body, headers, read))
    } catch (error) {
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
