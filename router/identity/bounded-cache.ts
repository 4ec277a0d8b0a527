/** Keeps the most recently used entries, and each for a bounded time where one is given. */
export class BoundedCache<V> {
  readonly #entries = new Map<string, { value: V; until: number }>()
  readonly #size: number
  readonly #maxAgeMs: number

  constructor(size: number, maxAgeMs = Number.POSITIVE_INFINITY) {
    this.#size = size
    this.#maxAgeMs = maxAgeMs
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    if (entry.until <= performance.now()) return undefined
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: performance.now() + this.#maxAgeMs })
    if (this.#entries.size > this.#size) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  /** Deletes all that the test is true of. */
  deleteWhere(test: (value: V) => boolean): void {
    for (const [key, { value }] of this.#entries) {
      if (test(value)) this.#entries.delete(key)
    }
  }
}
