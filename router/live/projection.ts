import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { SubgraphResponse } from '../engine/transport.ts'
import type { LiveClient } from './live-client.ts'
import type { LiveMessage, Position } from './live-message.ts'
import type { LiveEnd } from './live-sink.ts'
import { positionOf } from './live-place.ts'
import { RecentEvents } from './recent-events.ts'

/** Clients that are handed a message before others get their turn: writing to ten thousand holds a process up. */
const atOnce = 500

export interface ProjectionOptions {
  kind: 'STATE' | 'EVENT'
  /** Completes an event (entity fields, result's text) under the topic's rights. */
  complete(event: SubgraphResponse): Promise<string>
  log: Logger
  /** Called when its last client has left. */
  onEmpty(): void
  /** Called when its clients have come further. */
  onProgress?(): void
}

/**
 * One operation on an upstream: each event is completed once, and its text goes to all who asked for the same. Clients
 * that come from further back than the last events it keeps are expected until they have caught up elsewhere.
 */
export class Projection {
  readonly #options: ProjectionOptions
  readonly #members = new Set<LiveClient>()
  /** Clients on their way, and where they catch up. */
  readonly #expected = new Map<LiveClient, Projection>()
  readonly #recent = new RecentEvents()
  #latest: LiveMessage | undefined
  #tail: Promise<void> = Promise.resolve()

  constructor(options: ProjectionOptions) {
    this.#options = options
  }

  get clients(): LiveClient[] {
    return [...this.#members, ...this.#expected.keys()]
  }

  /** Whether it is known where it stands: something may have passed already. */
  get begun(): boolean {
    return this.#recent.head !== undefined
  }

  /** Whether a client at this place misses nothing here. */
  covers(place: { sequence?: number; cursor: string } | undefined): boolean {
    return place === undefined || this.#recent.find(place) !== undefined
  }

  /** Lets a client follow: the newest state, or what it missed of the last events, reaches it at once. */
  attach(client: LiveClient): void {
    this.#members.add(client)
    if (this.#latest) client.push(this.#latest)
    const from = client.place ? this.#recent.find(client.place) : this.#recent.head
    if (!from) return
    client.begin(from)
    for (const message of this.#recent.behind(from)) client.push(message)
  }

  /** Takes a client over from where it catches up, as soon as it misses nothing here. */
  expect(client: LiveClient, behind: Projection): void {
    this.#expected.set(client, behind)
    behind.attach(client)
    this.settle()
  }

  /** Takes over those who have caught up. */
  settle(): void {
    for (const [client, behind] of this.#expected) {
      const { place } = client
      if (place?.sequence === undefined || !this.covers(place)) continue
      this.#expected.delete(client)
      this.attach(client)
      behind.leave(client)
    }
  }

  leave(client: LiveClient): void {
    const behind = this.#expected.get(client)
    this.#expected.delete(client)
    this.#members.delete(client)
    behind?.leave(client)
    if (this.#members.size + this.#expected.size === 0) this.#options.onEmpty()
  }

  /** Where the topic stands before the next event. */
  begin(position: Position): void {
    this.#recent.begin(position)
    for (const client of this.#members) client.begin(position)
    this.settle()
    this.#options.onProgress?.()
  }

  /** Completes an event and hands it to every client, in the order of calls. Never rejects. */
  deliver(event: SubgraphResponse): Promise<void> {
    this.#tail = this.#tail.then(() => this.#deliver(event))
    return this.#tail
  }

  /** Ends all clients. */
  end(how: LiveEnd): void {
    for (const client of this.clients) client.end(how)
  }

  async #deliver(event: SubgraphResponse): Promise<void> {
    if (this.#members.size + this.#expected.size === 0) return
    const message: LiveMessage = { text: await this.#complete(event), position: positionOf(event) }
    if (this.#options.kind === 'STATE') this.#latest = message
    else this.#recent.add(message)
    await this.#hand(message)
    this.#options.onProgress?.()
  }

  /** Who joins meanwhile has the message from what is kept; who leaves takes no more. */
  async #hand(message: LiveMessage): Promise<void> {
    const members = [...this.#members]
    for (let index = 0; index < members.length; index++) {
      if (index > 0 && index % atOnce === 0) await turn()
      members[index]?.push(message)
    }
  }

  async #complete(event: SubgraphResponse): Promise<string> {
    try {
      return await this.#options.complete(event)
    } catch (err) {
      this.#options.log.error({ err }, 'an event could not be completed')
      return incomplete
    }
  }
}

const incomplete = JSON.stringify({
  errors: [{ message: 'This event could not be completed.', extensions: { code: 'INTERNAL' } }],
  data: null,
})
