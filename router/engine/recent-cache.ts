/** Characters of keys kept at most; what is kept of an operation is larger than its text, but grows with it. */
const maxCharacters = 4_000_000

/**
 * A bounded cache in two generations: what was used since the last turn survives the next one. A hit in the young
 * generation is one map lookup, without the bookkeeping of an exact LRU.
 */
export class RecentCache<T> {
  readonly #generationSize: number
  readonly #generationCharacters: number
  #young = new Map<string, T>()
  #old = new Map<string, T>()
  #characters = 0

  /**
   * @param size entries kept at most
   * @param characters characters of their keys kept at most: few long operations weigh as much as many short ones
   */
  constructor(size: number, characters = maxCharacters) {
    this.#generationSize = Math.max(1, Math.ceil(size / 2))
    this.#generationCharacters = Math.ceil(characters / 2)
  }

  get size(): number {
    return this.#young.size + this.#old.size
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: T): void {
    if (this.#young.size >= this.#generationSize || this.#characters >= this.#generationCharacters) {
      this.#old = this.#young
      this.#young = new Map()
      this.#characters = 0
    }
    if (!this.#young.has(key)) this.#characters += key.length
    this.#young.set(key, value)
  }

  /** The entries that were set or found lately, as far as the generations tell; oldest first. */
  newest(most: number): T[] {
    const old = [...this.#old].filter(([key]) => !this.#young.has(key)).map(([, value]) => value)
    return [...old, ...this.#young.values()].slice(-most)
  }
}
