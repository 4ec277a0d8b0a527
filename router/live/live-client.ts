import type { Bounds } from './bounds.ts'
import type { LiveMessage, Position } from './live-message.ts'
import type { LiveEnd, LiveSink } from './live-sink.ts'

/** What may wait for clients that share a connection, and what waits. */
export interface WaitingRoom extends Readonly<Bounds> {
  /** Characters that wait now. */
  waiting: number
}

export interface LiveClientOptions {
  kind: 'STATE' | 'EVENT'
  sink: LiveSink
  room: WaitingRoom
  /** The client's cursor, where it came with one. */
  after?: string | undefined
  /** Called once when it is over, for whatever reason. */
  onLeave(client: LiveClient): void
}

/**
 * One client's end of a topic. What it gets goes straight to its transport while that takes it, and waits in order
 * otherwise: of states only the newest waits, events that pass the bounds end this client and nobody else. Events up to
 * the last one it was handed are left out, whoever brings them.
 */
export class LiveClient {
  readonly #options: LiveClientOptions
  #waiting: LiveMessage[] | undefined
  #place: { sequence?: number; cursor: string } | undefined
  #ending: LiveEnd | undefined
  #over = false

  constructor(options: LiveClientOptions) {
    this.#options = options
    if (options.after !== undefined) this.#place = { cursor: options.after }
  }

  /** Behind which event it goes on; the sequence is unknown as long as only the client's cursor is. */
  get place(): { readonly sequence?: number; readonly cursor: string } | undefined {
    return this.#place
  }

  /** The position that the client itself knows of: nothing waits. For heartbeats. */
  get position(): Position | undefined {
    const { sequence, cursor } = this.#place ?? {}
    if (this.#waiting || sequence === undefined || cursor === undefined) return undefined
    return { sequence, cursor }
  }

  /** Where the topic stands when the client joins it, before its first event. */
  begin(position: Position): void {
    if (this.#over || this.#place?.sequence !== undefined) return
    const known = this.#place !== undefined
    this.#place = position
    if (!known) this.#options.sink.begin(position)
  }

  /** Hands a message over; never waits. */
  push(message: LiveMessage): void {
    if (this.#over || this.#ending) return
    const { position } = message
    if (position) {
      const last = this.#place?.sequence
      if (last !== undefined && position.sequence <= last) return
      this.#place = position
    }
    const { sink } = this.#options
    if (!this.#waiting && sink.writable) sink.write(message)
    else this.#wait(message)
  }

  /** The transport takes messages again. */
  flush(): void {
    const { sink } = this.#options
    while (this.#waiting && sink.writable && !this.#over) {
      const message = this.#waiting.shift()
      if (this.#waiting.length === 0) this.#waiting = undefined
      if (!message) continue
      this.#options.room.waiting -= message.text.length
      sink.write(message)
    }
    if (this.#ending && !this.#waiting) this.#finish(this.#ending)
  }

  /** Ends it from the topic's side, behind what waits. */
  end(how: LiveEnd = {}): void {
    if (this.#over || this.#ending) return
    if (this.#waiting) this.#ending = how
    else this.#finish(how)
  }

  /** Ends it from the client's side: nothing more is written. */
  leave(): void {
    if (this.#over) return
    this.#over = true
    this.#forgetWaiting()
    this.#options.onLeave(this)
  }

  #wait(message: LiveMessage): void {
    const { kind, room, sink } = this.#options
    if (kind === 'STATE') this.#forgetWaiting()
    this.#waiting ??= []
    this.#waiting.push(message)
    room.waiting += message.text.length
    // A single state may be larger than all bounds: it is one message, and it is what the client is there for.
    if (kind === 'STATE' || (this.#waiting.length <= room.events && room.waiting <= room.size)) return
    this.leave()
    sink.overflow()
  }

  #finish(how: LiveEnd): void {
    this.leave()
    this.#options.sink.end(how)
  }

  #forgetWaiting(): void {
    for (const { text } of this.#waiting ?? []) this.#options.room.waiting -= text.length
    this.#waiting = undefined
  }
}
