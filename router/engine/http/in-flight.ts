/** Answers that are being waited for, shared by all who ask the same meanwhile. Nothing is kept once it is there. */
export class InFlight<T> {
  readonly #running = new Map<string, Shared<T>>()
  readonly #copy: (answer: T) => T

  /** @param copy copies an answer: whoever shares one may change it */
  constructor(copy: (answer: T) => T) {
    this.#copy = copy
  }

  /** Joins the running request with this key, or starts it. */
  async share(key: string, start: () => Promise<T>): Promise<T> {
    let shared = this.#running.get(key)
    if (shared) shared.joined = true
    else shared = this.#start(key, start)
    const answer = await shared.answer
    return shared.joined ? this.#copy(answer) : answer
  }

  /** Lets nobody join what runs now: a read that begins after a mutation must not get an answer from before it. */
  seal(): void {
    this.#running.clear()
  }

  #start(key: string, start: () => Promise<T>): Shared<T> {
    const shared: Shared<T> = { answer: start(), joined: false }
    this.#running.set(key, shared)
    const finished = () => {
      if (this.#running.get(key) === shared) this.#running.delete(key)
    }
    // registered before anybody waits: who comes after the answer starts anew
    shared.answer.then(finished, finished)
    return shared
  }
}

interface Shared<T> {
  answer: Promise<T>
  joined: boolean
}
