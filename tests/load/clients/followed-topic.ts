/** Where a client stands in a topic. */
export interface Position {
  sequence: number
  cursor?: string | undefined
}

/**
 * One client's reading of one event topic: every sequence is expected once and in order. What comes late counts as
 * lost when it is passed over and as duplicated when it comes, so that disorder cannot hide.
 */
export class FollowedTopic {
  readonly id: string
  received = 0
  lost = 0
  duplicated = 0
  #position: Position | undefined

  constructor(id: string) {
    this.id = id
  }

  /** The last event that was taken; before the first one, what the server says. Nothing before either. */
  get position(): Position | undefined {
    return this.#position
  }

  /** The server's word about where the subscription began; what was read oneself holds better. */
  begin(position: Position): void {
    this.#position ??= position
  }

  take(position: Position): void {
    this.received++
    const expected = this.#position === undefined ? position.sequence : this.#position.sequence + 1
    if (position.sequence < expected) {
      this.duplicated++
      return
    }
    this.lost += position.sequence - expected
    this.#position = position
  }

  /** Counts anew from where it stands. */
  reset(): void {
    this.received = this.lost = this.duplicated = 0
  }
}
