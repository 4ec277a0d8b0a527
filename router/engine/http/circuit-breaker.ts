export type BreakerState = 'closed' | 'open' | 'half-open'

/**
 * Leaves a subgraph alone after so many failures in a row. After a pause one request, and one only, tries again: all
 * others are refused at once until it is known how that ended, instead of waiting behind it.
 */
export class CircuitBreaker {
  readonly #failuresToOpen: number
  readonly #pauseMs: number
  readonly #nowMs: () => number
  #state: BreakerState = 'closed'
  #failures = 0
  #openUntilMs = 0
  /** Changes whenever it opens or tries: what began before says nothing about the time since. */
  #turn = 0

  constructor(failuresToOpen: number, pauseMs: number, nowMs: () => number = () => performance.now()) {
    this.#failuresToOpen = failuresToOpen
    this.#pauseMs = pauseMs
    this.#nowMs = nowMs
  }

  get state(): BreakerState {
    return this.#state
  }

  /** Lets a request through: its turn, to be told with its outcome; or nothing. */
  enter(): number | undefined {
    if (this.#state === 'closed') return this.#turn
    if (this.#state === 'half-open' || this.#nowMs() < this.#openUntilMs) return undefined
    this.#state = 'half-open'
    return ++this.#turn
  }

  succeeded(turn: number): void {
    if (turn !== this.#turn) return
    this.#state = 'closed'
    this.#failures = 0
  }

  failed(turn: number): void {
    if (turn !== this.#turn) return
    if (this.#state === 'closed' && ++this.#failures < this.#failuresToOpen) return
    this.#state = 'open'
    this.#failures = 0
    this.#openUntilMs = this.#nowMs() + this.#pauseMs
    this.#turn++
  }

  /** Nobody waited for the outcome, so it is not known: the next one tries. */
  abandoned(turn: number): void {
    if (turn === this.#turn && this.#state === 'half-open') this.#state = 'open'
  }
}
