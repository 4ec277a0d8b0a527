/**
 * A bounded cache in two generations: what was used since the last turn survives the next one. A hit in the young
 * generation is one map lookup, without the bookkeeping of an exact LRU.
 */
export class PlanCache<T> {
  readonly #generationSize: number
  #young = new Map<string, T>()
  #old = new Map<string, T>()

  /** @param size entries kept at most */
  constructor(size: number) {
    this.#generationSize = Math.max(1, Math.ceil(size / 2))
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: T): void {
    if (this.#young.size >= this.#generationSize) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}
