/**
 * A bounded queue between an upstream that pushes and a reader that pulls. Ending it while the reader waits ends the
 * waiting at once.
 */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  readonly #limit: number
  readonly #released: () => void
  #events: T[] = []
  #waiting: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void } | undefined
  #ended = false
  #error: unknown

  /**
   * @param limit events that may wait at most
   * @param released called once, when the queue takes no more
   */
  constructor(limit: number, released: () => void) {
    this.#limit = limit
    this.#released = released
  }

  /** Adds an event; false when the reader is too far behind (or gone), and nothing was added. */
  push(event: T): boolean {
    if (this.#ended) return false
    if (this.#waiting) {
      this.#waiting.resolve({ done: false, value: event })
      this.#waiting = undefined
      return true
    }
    if (this.#events.length >= this.#limit) return false
    this.#events.push(event)
    return true
  }

  /** Nothing more comes; what waits is still read, then the error is thrown if there is one. */
  end(error?: unknown): void {
    if (this.#ended) return
    this.#ended = true
    this.#error = error
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) this.#settle(waiting)
    this.#released()
  }

  next(): Promise<IteratorResult<T>> {
    const event = this.#events.shift()
    if (event !== undefined) return Promise.resolve({ done: false, value: event })
    return new Promise((resolve, reject) => {
      if (this.#ended) this.#settle({ resolve, reject })
      else this.#waiting = { resolve, reject }
    })
  }

  return(): Promise<IteratorResult<T>> {
    this.#events = []
    this.end()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #settle(reader: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }): void {
    const error = this.#error
    this.#error = undefined
    if (error === undefined) reader.resolve({ done: true, value: undefined })
    else reader.reject(error)
  }
}
