/** Lets so many connections open at the same time; the others wait in line. */
export class ConnectGate {
  readonly #waiting: Array<() => void> = []
  #free: number

  constructor(places: number) {
    this.#free = places
  }

  /** Calls `enter` when there is room; it gives the place back by `leave`. */
  pass(enter: () => void): void {
    if (this.#free > 0) {
      this.#free--
      enter()
    } else this.#waiting.push(enter)
  }

  leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}
