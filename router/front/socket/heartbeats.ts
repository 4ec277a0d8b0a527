/** Each connection is asked once in so many beats. */
const slots = 12

/** What is asked now and then whether it is still there. */
export interface Beating {
  beat(): void
}

/**
 * One timer for all connections, which asks a twelfth of them each second: ten thousand timers would cost memory, and
 * asking all at once would hold up what they are there for.
 */
export class Heartbeats<T extends Beating> {
  readonly #slots = Array.from({ length: slots }, () => new Set<T>())
  readonly #timer: NodeJS.Timeout
  #next = 0
  #slot = 0

  /** @param roundMs how long it takes until everybody has been asked once */
  constructor(roundMs: number) {
    this.#timer = setInterval(() => {
      this.#slot = (this.#slot + 1) % slots
      for (const one of this.#slots[this.#slot] ?? []) one.beat()
    }, roundMs / slots)
    this.#timer.unref()
  }

  /** Asks it from now on. @returns how to stop */
  add(one: T): () => void {
    const slot = this.#slots[this.#next++ % slots] as Set<T>
    slot.add(one)
    return () => slot.delete(one)
  }

  /** Everybody who is asked. */
  *[Symbol.iterator](): Iterator<T> {
    for (const slot of this.#slots) yield* slot
  }

  get size(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.size, 0)
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
