import type { Pool } from 'undici'
import type { CancelSignal } from '../cancelation.ts'
import { engineCodes, SubgraphError } from '../errors.ts'
import { type BreakerState, CircuitBreaker } from './circuit-breaker.ts'
import { type Posted, PostFailure, postJson } from './post-json.ts'
import type { RetryBudget } from './retry-budget.ts'
import type { FetchOutcome, SubgraphFigures } from './subgraph-figures.ts'

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
  retries: RetryBudget
  figures: SubgraphFigures
}

// what a proxy says when the server behind it is away
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504])

/** The connection to one subgraph: time-out, one retry for reads, circuit breaker. */
export class SubgraphClient {
  readonly #options: SubgraphClientOptions
  readonly #breaker: CircuitBreaker

  constructor(options: SubgraphClientOptions) {
    this.#options = options
    this.#breaker = new CircuitBreaker(options.breakerFailures, options.breakerPauseMs)
  }

  get breaker(): BreakerState {
    return this.#breaker.state
  }

  /**
   * Posts a body and gives the text of the answer.
   * @param signal stops it; what it stopped counts neither for the subgraph nor against it
   * @throws SubgraphError SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE
   */
  async post(
    body: string,
    headers: Record<string, string>,
    read: boolean,
    signal?: CancelSignal,
  ): Promise<string> {
    const { figures } = this.#options
    const turn = this.#breaker.enter()
    if (turn === undefined) {
      figures.seconds.refused.observe(0)
      throw this.#unavailable('is not answering and is left alone for a moment')
    }
    const began = performance.now()
    let outcome: FetchOutcome = 'ok'
    figures.inFlight++
    try {
      const text = await this.#attempts(body, headers, read, signal)
      this.#breaker.succeeded(turn)
      return text
    } catch (error) {
      outcome = outcomeOf(error)
      if (outcome === 'canceled') this.#breaker.abandoned(turn)
      else this.#breaker.failed(turn)
      throw error
    } finally {
      figures.inFlight--
      figures.seconds[outcome].observe((performance.now() - began) / 1000)
    }
  }

  /** A connection that broke says nothing about the subgraph: a read may try another one. A time-out is not repeated. */
  #attempts(
    body: string,
    headers: Record<string, string>,
    read: boolean,
    signal: CancelSignal | undefined,
  ): Promise<string> {
    const { pool, path, timeoutMs, responseBytes, retries } = this.#options
    const bounds = { timeoutMs, responseBytes, signal }
    const attempt = () =>
      postJson(pool, path, headers, body, bounds).then(
        (posted) => this.#accepted(posted),
        (error: unknown) => {
          throw this.#coded(error)
        },
      )
    retries.earn()
    if (!read) return attempt()
    return attempt().catch((failed: SubgraphError) => {
      if (failed.code !== engineCodes.subgraphUnavailable || !this.#mayRetry()) throw failed
      return attempt()
    })
  }

  #mayRetry(): boolean {
    const { retries, figures } = this.#options
    const may = retries.spend()
    if (may) figures.retries++
    else figures.retriesRefused++
    return may
  }

  #accepted({ status, text }: Posted): string {
    if (awayStatuses.has(status)) throw this.#unavailable(`answered with status ${status}`)
    return text
  }

  #coded(error: unknown): SubgraphError {
    if (error instanceof SubgraphError) return error
    if (!(error instanceof PostFailure)) throw error
    const { service, timeoutMs } = this.#options
    switch (error.reason) {
      case 'canceled':
        return new SubgraphError(engineCodes.canceled, service, 'The request was canceled', error)
      case 'timed-out': {
        const message = `The subgraph "${service}" did not answer within ${timeoutMs} ms`
        return new SubgraphError(engineCodes.subgraphTimeout, service, message, error)
      }
      case 'broken':
        return this.#unavailable('is not available', error)
    }
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

function outcomeOf(error: unknown): FetchOutcome {
  const code = error instanceof SubgraphError ? error.code : undefined
  if (code === engineCodes.canceled) return 'canceled'
  return code === engineCodes.subgraphTimeout ? 'timeout' : 'unavailable'
}
