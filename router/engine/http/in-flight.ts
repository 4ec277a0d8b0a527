/** Answers that are being waited for, shared by all who ask the same meanwhile. Nothing is kept once it is there. */
export class InFlight {
  readonly #running = new Map<string, Promise<string>>()

  /** Joins the running request with this key, or starts it. */
  share(key: string, start: () => Promise<string>): Promise<string> {
    const running = this.#running.get(key)
    if (running) return running
    const started = start()
    this.#running.set(key, started)
    const finished = () => {
      if (this.#running.get(key) === started) this.#running.delete(key)
    }
    started.then(finished, finished)
    return started
  }

  /** Lets nobody join what runs now: a read that begins after a mutation must not get an answer from before it. */
  seal(): void {
    this.#running.clear()
  }
}
