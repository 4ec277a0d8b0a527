import type { Logger } from 'pino'
import type { CodedError } from '#platform/errors/coded-error.ts'
import type { SubgraphResponse } from '../engine/transport.ts'
import type { LiveClient } from './live-client.ts'

export interface ProjectionOptions {
  kind: 'STATE' | 'EVENT'
  /** Completes an event (entity fields, result's text) under the topic's rights. */
  complete(event: SubgraphResponse): Promise<string>
  log: Logger
  /** Called when its last client has left. */
  onEmpty(): void
}

/** One operation on an upstream: each event is completed once, and its text goes to all who asked for the same. */
export class Projection {
  readonly #options: ProjectionOptions
  readonly #clients = new Set<LiveClient>()
  #latest: string | undefined
  #tail: Promise<void> = Promise.resolve()

  constructor(options: ProjectionOptions) {
    this.#options = options
  }

  /** Lets a client follow; the newest state reaches it at once. */
  join(client: LiveClient): void {
    this.#clients.add(client)
    if (this.#latest !== undefined) client.push(this.#latest)
  }

  leave(client: LiveClient): void {
    if (this.#clients.delete(client) && this.#clients.size === 0) this.#options.onEmpty()
  }

  /** Completes an event and hands it to every client, in the order of calls. Never rejects. */
  deliver(event: SubgraphResponse): Promise<void> {
    this.#tail = this.#tail.then(() => this.#deliver(event))
    return this.#tail
  }

  /** Ends all clients. */
  end(error?: CodedError): void {
    for (const client of [...this.#clients]) client.end(error)
  }

  async #deliver(event: SubgraphResponse): Promise<void> {
    if (this.#clients.size === 0) return
    let text: string
    try {
      text = await this.#options.complete(event)
    } catch (err) {
      this.#options.log.error({ err }, 'an event could not be completed')
      text = incomplete
    }
    if (this.#options.kind === 'STATE') this.#latest = text
    for (const client of this.#clients) client.push(text)
  }
}

const incomplete = JSON.stringify({
  errors: [{ message: 'This event could not be completed.', extensions: { code: 'INTERNAL' } }],
  data: null,
})
