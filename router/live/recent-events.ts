import type { LiveMessage, Position } from './live-message.ts'

/** What is kept of a topic for those who come back after a moment. */
const maxEvents = 200
const maxSize = 500_000

/** The last events of a topic, without gaps, behind a known position. */
export class RecentEvents {
  #events: Array<LiveMessage & { position: Position }> = []
  #size = 0
  #base: Position | undefined

  /** Where the topic stood before its first event here; the first one to tell it counts. */
  begin(position: Position): void {
    this.#base ??= position
  }

  /** Adds the next event. One without a position stands for itself and is not kept. */
  add(message: LiveMessage): void {
    const { text, position } = message
    if (!position) return
    if (!this.#base) {
      // Nobody told where the topic stood before: what is known begins behind this one.
      this.#base = position
      return
    }
    this.#events.push({ text, position })
    this.#size += text.length
    while (this.#events.length > maxEvents || this.#size > maxSize) {
      const oldest = this.#events.shift()
      if (!oldest) return
      this.#size -= oldest.text.length
      this.#base = oldest.position
    }
  }

  /** The newest position that is known. */
  get head(): Position | undefined {
    return this.#events.at(-1)?.position ?? this.#base
  }

  /** The position that a client means, when every event behind it is here or still to come. */
  find({ sequence, cursor }: { sequence?: number; cursor: string }): Position | undefined {
    if (!this.#base) return undefined
    if (sequence !== undefined) return sequence >= this.#base.sequence ? { sequence, cursor } : undefined
    if (this.#base.cursor === cursor) return this.#base
    return this.#events.find(({ position }) => position.cursor === cursor)?.position
  }

  /** The events behind a position. */
  behind({ sequence }: Position): LiveMessage[] {
    return this.#events.filter(({ position }) => position.sequence > sequence)
  }
}
