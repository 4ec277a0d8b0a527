/**
 * Long work cut up, so that requests are answered between its parts. Knows how long the longest part held everything
 * else up.
 */
export class Slices {
  #since = performance.now()
  #longestMs = 0

  /** Ends a part: what waits happens, then the next part begins. */
  async turn(): Promise<void> {
    this.#longestMs = Math.max(this.#longestMs, performance.now() - this.#since)
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }

  get longestMs(): number {
    return this.#longestMs
  }
}
