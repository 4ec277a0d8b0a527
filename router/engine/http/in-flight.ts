import { Cancelation, type CancelSignal } from '../cancelation.ts'
import { type RunningRequest, RunningRequests } from './running-requests.ts'

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
  readonly #running = new RunningRequests<Shared<T>>()
  readonly #copy: (answer: T) => T

  /** @param copy copies an answer: whoever shares one may change it */
  constructor(copy: (answer: T) => T) {
    this.#copy = copy
  }

  /**
   * Joins the running request with this text, or starts it.
   * @param scope equal for those who may share: whom the request goes to, under which rights
   * @param joined told when it was one that runs
   */
  share(
    scope: string,
    request: string,
    start: (signal: CancelSignal) => Promise<T>,
    waiting: Waiting,
    joined: () => void,
  ): Promise<T> {
    const running = this.#running.find(scope, request)
    if (running) joined()
    const shared: Shared<T> = running ?? {
      scope,
      request,
      next: undefined,
      cancelation: new Cancelation(),
      joined: false,
      waiters: [],
    }
    if (running) running.joined = true
    // One promise for each who waits: nearly all requests are waited for by one alone.
    const answer = new Promise<T>((resolve, reject) => {
      const waiter: Waiter<T> = { resolve, reject }
      shared.waiters.push(waiter)
      const { signal } = waiting
      waiter.forget = signal?.onAbort?.(() => {
        this.#leave(shared, waiter)
        reject(waiting.stopped(signal))
      })
    })
    if (!running) this.#start(shared, start)
    return answer
  }

  /** Lets nobody join what runs now: a read that begins after a mutation must not get an answer from before it. */
  seal(): void {
    this.#running.clear()
  }

  #leave(shared: Shared<T>, waiter: Waiter<T>): void {
    const at = shared.waiters.indexOf(waiter)
    if (at >= 0) shared.waiters.splice(at, 1)
    if (shared.waiters.length > 0) return
    this.#running.remove(shared)
    shared.cancelation.abort('client-gone')
  }

  #start(shared: Shared<T>, start: (signal: CancelSignal) => Promise<T>): void {
    this.#running.add(shared)
    start(shared.cancelation).then(
      (answer) => {
        // ahead of those who wait: who comes after the answer starts anew
        this.#running.remove(shared)
        for (const { resolve, forget } of shared.waiters) {
          forget?.()
          resolve(shared.joined ? this.#copy(answer) : answer)
        }
      },
      (error: Error) => {
        this.#running.remove(shared)
        for (const { reject, forget } of shared.waiters) {
          forget?.()
          reject(error)
        }
      },
    )
  }
}

interface Waiter<T> {
  resolve(answer: T): void
  reject(error: Error): void
  forget?: (() => void) | undefined
}

interface Shared<T> extends RunningRequest<Shared<T>> {
  readonly cancelation: Cancelation
  /** Whether somebody has joined: then everybody gets a copy. */
  joined: boolean
  readonly waiters: Waiter<T>[]
}
