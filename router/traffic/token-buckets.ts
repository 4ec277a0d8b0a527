interface Bucket {
  tokens: number
  /** When `tokens` was right, by the process's own clock. */
  atMs: number
}

/**
 * Bounds how often something happens, by key: each key has a bucket that holds `perMinute` tokens and fills up again
 * evenly. Keeps the buckets of the most recent keys only; a forgotten one was full, or is given a full one.
 */
export class TokenBuckets {
  readonly #perMs: number
  readonly #capacity: number
  readonly #keys: number
  readonly #nowMs: () => number
  readonly #buckets = new Map<string, Bucket>()

  /** @param keys buckets kept at most */
  constructor(perMinute: number, keys: number, nowMs: () => number = () => performance.now()) {
    this.#perMs = perMinute / 60_000
    this.#capacity = perMinute
    this.#keys = keys
    this.#nowMs = nowMs
  }

  /**
   * Takes one token.
   * @returns 0, or in how many milliseconds there will be one
   */
  take(key: string): number {
    const now = this.#nowMs()
    let bucket = this.#buckets.get(key)
    if (bucket) {
      bucket.tokens = Math.min(this.#capacity, bucket.tokens + (now - bucket.atMs) * this.#perMs)
      bucket.atMs = now
    } else {
      bucket = this.#add(key, now)
    }
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1
      return 0
    }
    return Math.ceil((1 - bucket.tokens) / this.#perMs)
  }

  #add(key: string, now: number): Bucket {
    if (this.#buckets.size >= this.#keys) {
      const [oldest] = this.#buckets.keys()
      if (oldest !== undefined) this.#buckets.delete(oldest)
    }
    const bucket = { tokens: this.#capacity, atMs: now }
    this.#buckets.set(key, bucket)
    return bucket
  }
}
