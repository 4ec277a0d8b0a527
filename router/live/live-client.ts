import type { CodedError } from '#platform/errors/coded-error.ts'
import { slowConsumer } from './errors.ts'

/** What one client may have waiting. */
export interface ClientBounds {
  events: number
  /** Characters of JSON text. */
  size: number
}

export const defaultBounds: ClientBounds = { events: 1_000, size: 4_000_000 }

export interface LiveClientOptions {
  kind: 'STATE' | 'EVENT'
  bounds?: ClientBounds
  /** Called once when it is over, for whatever reason. */
  onLeave(client: LiveClient): void
  /** Called at once when the buffer overflows: a client that stopped reading does not come to ask for the error. */
  onOverflow?(error: CodedError): void
}

/**
 * One client's end of a topic: JSON texts of responses, in order, in a buffer of its own. Of states only the newest
 * one waits; events that pass the bounds end this client, and nobody else.
 */
export class LiveClient implements AsyncIterableIterator<string, undefined> {
  readonly #options: LiveClientOptions
  readonly #bounds: ClientBounds
  #waiting: string[] = []
  #size = 0
  #reader:
    | { resolve(result: IteratorResult<string, undefined>): void; reject(error: unknown): void }
    | undefined
  #over = false
  #error: CodedError | undefined

  constructor(options: LiveClientOptions) {
    this.#options = options
    this.#bounds = options.bounds ?? defaultBounds
  }

  /** Hands a response over; never waits. */
  push(text: string): void {
    if (this.#over) return
    if (this.#reader) {
      const { resolve } = this.#reader
      this.#reader = undefined
      resolve({ value: text, done: false })
      return
    }
    if (this.#options.kind === 'STATE') {
      this.#waiting = [text]
      return
    }
    this.#waiting.push(text)
    this.#size += text.length
    if (this.#waiting.length > this.#bounds.events || this.#size > this.#bounds.size) {
      this.#waiting = []
      const error = slowConsumer()
      this.end(error)
      this.#options.onOverflow?.(error)
    }
  }

  /** Ends it from the topic's side: what waits is still read, then the error is thrown, where there is one. */
  end(error?: CodedError): void {
    if (this.#over) return
    this.#over = true
    this.#error = error
    const reader = this.#reader
    this.#reader = undefined
    if (reader && error) reader.reject(error)
    else reader?.resolve({ value: undefined, done: true })
    this.#options.onLeave(this)
  }

  /** For one reader that awaits each before it asks for the next. */
  next(): Promise<IteratorResult<string, undefined>> {
    const text = this.#waiting.shift()
    if (text !== undefined) {
      this.#size -= text.length
      return Promise.resolve({ value: text, done: false })
    }
    if (this.#error) return Promise.reject(this.#error)
    if (this.#over) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject }
    })
  }

  /** Ends it from the client's side. */
  return(): Promise<IteratorResult<string, undefined>> {
    this.#waiting = []
    this.end()
    return Promise.resolve({ value: undefined, done: true })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
