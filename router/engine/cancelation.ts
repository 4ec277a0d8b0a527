import { engineCodes, RequestCanceled, SubgraphError } from './errors.ts'

/** Why a request stops: nobody waits for its answer, or it has used up its time. */
export type CancelReason = 'client-gone' | 'timed-out'

/** Tells whether a request has been stopped. An `AbortSignal` fits, as far as it is only asked. */
export interface CancelSignal {
  readonly aborted: boolean
  readonly reason?: unknown
  /**
   * Calls back once, when it is aborted; at once when it is already.
   * @returns how to stop listening
   */
  onAbort?(listener: () => void): () => void
}

const none: Array<() => void> = []

/** Stops a request and what it has under way. Costs next to nothing until it is used, unlike an `AbortController`. */
export class Cancelation implements CancelSignal {
  /** Few at a time, and mostly none: not worth a set. */
  #listeners: Array<() => void> = none
  #reason: CancelReason | undefined

  get aborted(): boolean {
    return this.#reason !== undefined
  }

  get reason(): CancelReason | undefined {
    return this.#reason
  }

  onAbort(listener: () => void): () => void {
    if (this.aborted) {
      listener()
      return () => undefined
    }
    if (this.#listeners === none) this.#listeners = [listener]
    else this.#listeners.push(listener)
    return () => {
      const at = this.#listeners.indexOf(listener)
      if (at >= 0) this.#listeners.splice(at, 1)
    }
  }

  /** Only the first reason counts. */
  abort(reason: CancelReason): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    const listeners = this.#listeners
    this.#listeners = none
    for (const listener of listeners) listener()
  }
}

/**
 * What a stopped request's fetch ends with. Out of time, the rest of the answer still leaves: it is that subgraph's
 * failure. With nobody waiting, everything ends.
 */
export function stopped(signal: CancelSignal, service: string): Error {
  return signal.reason === 'timed-out'
    ? new SubgraphError(engineCodes.operationTimeout, service, 'The operation took longer than it may')
    : new RequestCanceled()
}

/**
 * Waits for an answer as long as somebody wants it.
 * @param onStop when the signal is aborted: what the wait ends with; nothing to wait on
 */
export function waitFor<T>(
  answer: Promise<T>,
  signal: CancelSignal | undefined,
  onStop: (signal: CancelSignal) => Error | undefined,
): Promise<T> {
  if (!signal?.onAbort) return answer
  const listen = signal.onAbort.bind(signal)
  return new Promise((resolve, reject) => {
    const forget = listen(() => {
      const error = onStop(signal)
      if (error) reject(error)
    })
    answer.then(
      (value) => {
        forget()
        resolve(value)
      },
      (error: Error) => {
        forget()
        reject(error)
      },
    )
  })
}
