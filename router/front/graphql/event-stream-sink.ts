import type { ServerResponse } from 'node:http'
import type { LiveMessage, Position } from '../../live/live-message.ts'
import type { LiveEnd, LiveSink } from '../../live/live-sink.ts'

/**
 * A subscription's end at an event stream. Each event's id is its cursor, so that a browser's EventSource resumes by
 * itself: it sends the last one as `Last-Event-ID`.
 */
export class EventStreamSink implements LiveSink {
  readonly #response: ServerResponse
  readonly #ended: () => void
  readonly #overflowed: () => void

  /**
   * @param ended called when the topic has ended, behind its last words
   * @param overflowed called when the client does not read
   */
  constructor(response: ServerResponse, ended: () => void, overflowed: () => void) {
    this.#response = response
    this.#ended = ended
    this.#overflowed = overflowed
  }

  get writable(): boolean {
    return !this.#response.writableNeedDrain
  }

  write({ text, position }: LiveMessage): void {
    this.#response.write(`event: next\n${position ? `id: ${position.cursor}\n` : ''}data: ${text}\n\n`)
  }

  begin(position: Position): void {
    this.tell(position)
  }

  /** An event without data: clients only note its id. */
  tell({ cursor }: Position): void {
    this.#response.write(`id: ${cursor}\n\n`)
  }

  end({ errors }: LiveEnd): void {
    if (errors) this.#response.write(`event: next\ndata: ${JSON.stringify({ errors, data: null })}\n\n`)
    this.#ended()
  }

  overflow(): void {
    this.#overflowed()
  }
}
