import type { Dispatcher } from 'undici'
import type { CancelSignal } from '../cancelation.ts'

/** A request could not be sent, was not answered in time, or was stopped. */
export class PostFailure extends Error {
  readonly reason: 'broken' | 'timed-out' | 'canceled'

  constructor(message: string, reason: PostFailure['reason'], cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

/** What one request may take. */
export interface PostBounds {
  timeoutMs: number
  responseBytes: number
  /** Stops it: its connection is closed. */
  signal?: CancelSignal | undefined
}

export interface Posted {
  status: number
  text: string
}

/**
 * Posts over a pool and reads the whole answer, bounded in time and size. Works on undici's dispatch interface: its
 * request function costs a stream for each answer.
 * @throws PostFailure
 */
export function postJson(
  pool: Dispatcher,
  path: string,
  headers: Record<string, string>,
  body: string,
  bounds: PostBounds,
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const handler = new AnswerReader(bounds, resolve, reject)
    pool.dispatch({ path, method: 'POST', headers, body }, handler)
  })
}

class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #resolve: (posted: Posted) => void
  readonly #reject: (failure: PostFailure) => void
  readonly #limitBytes: number
  readonly #timer: NodeJS.Timeout
  readonly #forget: (() => void) | undefined
  #controller: Dispatcher.DispatchController | undefined
  #failure: PostFailure | undefined
  #status = 0
  #bytes = 0
  #first: Buffer | undefined
  #chunks: Buffer[] | undefined

  constructor(
    { timeoutMs, responseBytes, signal }: PostBounds,
    resolve: (posted: Posted) => void,
    reject: (failure: PostFailure) => void,
  ) {
    this.#resolve = resolve
    this.#reject = reject
    this.#limitBytes = responseBytes
    this.#timer = setTimeout(() => this.#fail(new PostFailure('no answer in time', 'timed-out')), timeoutMs)
    this.#forget = signal?.onAbort?.(() => this.#fail(new PostFailure('nobody waits for it', 'canceled')))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    // it waited for a connection longer than anybody waits for it
    if (this.#failure) controller.abort(this.#failure)
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#limitBytes) this.#fail(new PostFailure('the answer is too large', 'broken'))
    else if (this.#first === undefined) this.#first = chunk
    else if (this.#chunks) this.#chunks.push(chunk)
    else this.#chunks = [this.#first, chunk]
  }

  onResponseEnd(): void {
    this.#settled()
    const whole = this.#chunks ? Buffer.concat(this.#chunks) : this.#first
    this.#resolve({ status: this.#status, text: whole ? whole.toString('utf8') : '' })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settled()
    this.#reject(this.#failure ?? new PostFailure(error.message, 'broken', error))
  }

  #settled(): void {
    clearTimeout(this.#timer)
    this.#forget?.()
  }

  #fail(failure: PostFailure): void {
    this.#settled()
    this.#failure = failure
    this.#controller?.abort(failure)
    this.#reject(failure)
  }
}
