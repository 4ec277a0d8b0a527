import { Cancelation, type CancelSignal, waitFor } from '../cancelation.ts'

/** One who waits for an answer, and may stop waiting. */
export interface Waiting {
  signal: CancelSignal | undefined
  /** What it ends with when its signal is aborted. */
  stopped(signal: CancelSignal): Error
}

/**
 * Answers that are being waited for, shared by all who ask the same meanwhile. Nothing is kept once it is there. Who
 * stops waiting leaves the others alone; when nobody waits any more, the request itself is stopped.
 */
export class InFlight<T> {
  readonly #running = new Map<string, Shared<T>>()
  readonly #copy: (answer: T) => T

  /** @param copy copies an answer: whoever shares one may change it */
  constructor(copy: (answer: T) => T) {
    this.#copy = copy
  }

  /**
   * Joins the running request with this key, or starts it.
   * @param joined told when it was one that runs
   */
  share(
    key: string,
    start: (signal: CancelSignal) => Promise<T>,
    waiting: Waiting,
    joined: () => void,
  ): Promise<T> {
    let shared = this.#running.get(key)
    if (shared) {
      shared.joined = true
      joined()
    } else {
      shared = this.#start(key, start)
    }
    shared.waiting++
    return this.#answer(key, shared, waiting)
  }

  /** Lets nobody join what runs now: a read that begins after a mutation must not get an answer from before it. */
  seal(): void {
    this.#running.clear()
  }

  async #answer(key: string, shared: Shared<T>, { signal, stopped }: Waiting): Promise<T> {
    const answer = await waitFor(shared.answer, signal, (by) => {
      this.#leave(key, shared)
      return stopped(by)
    })
    return shared.joined ? this.#copy(answer) : answer
  }

  #leave(key: string, shared: Shared<T>): void {
    if (--shared.waiting > 0) return
    if (this.#running.get(key) === shared) this.#running.delete(key)
    shared.cancelation.abort('client-gone')
  }

  #start(key: string, start: (signal: CancelSignal) => Promise<T>): Shared<T> {
    const cancelation = new Cancelation()
    const shared: Shared<T> = { answer: start(cancelation), cancelation, joined: false, waiting: 0 }
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
  cancelation: Cancelation
  joined: boolean
  waiting: number
}
