/** How many of something each key may hold at once. Only keys that hold something are kept. */
export class CountedLimit {
  readonly max: number
  readonly #held = new Map<string, number>()

  constructor(max: number) {
    this.max = max
  }

  /** Takes one more; false, and nothing is taken, when the key holds as many as it may. */
  take(key: string): boolean {
    const held = this.#held.get(key) ?? 0
    if (held >= this.max) return false
    this.#held.set(key, held + 1)
    return true
  }

  /** Gives one back. */
  give(key: string): void {
    const left = (this.#held.get(key) ?? 0) - 1
    if (left > 0) this.#held.set(key, left)
    else this.#held.delete(key)
  }
}
