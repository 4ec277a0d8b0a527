/** A line of answers that somebody waits for: what arrives early is kept, what does not arrive in time is undefined. */
export class Answers {
  readonly #arrived: string[] = []
  #waiting: ((answer: string | undefined) => void) | undefined

  /** An answer arrived. */
  add(answer: string): void {
    if (this.#waiting) this.#waiting(answer)
    else this.#arrived.push(answer)
  }

  /** The next answer, or undefined when none came within the time. */
  next(withinMs: number): Promise<string | undefined> {
    const ready = this.#arrived.shift()
    if (ready !== undefined) return Promise.resolve(ready)
    return new Promise((done) => {
      const timer = setTimeout(() => this.#waiting?.(undefined), withinMs)
      this.#waiting = (answer) => {
        clearTimeout(timer)
        this.#waiting = undefined
        done(answer)
      }
    })
  }
}
