/**
 * How many requests may be sent once more: a share of all, and a few at once. Where everything fails, retries add that
 * share to the load and no more; without it they would double it just when it hurts.
 */
export class RetryBudget {
  readonly #share: number
  readonly #burst: number
  #left: number

  /**
   * @param share of requests
   * @param burst retries saved up at most
   */
  constructor(share = 0.1, burst = 10) {
    this.#share = share
    this.#burst = burst
    this.#left = burst
  }

  /** Counts a request. */
  earn(): void {
    if (this.#left < this.#burst) this.#left = Math.min(this.#burst, this.#left + this.#share)
  }

  /** Takes one retry; false when there is none left. */
  spend(): boolean {
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
