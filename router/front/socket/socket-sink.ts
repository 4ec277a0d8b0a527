import type { LiveMessage, Position } from '../../live/live-message.ts'
import type { LiveEnd, LiveSink } from '../../live/live-sink.ts'
import type { ClientSocket } from './client-socket.ts'
import { closeCodes } from './close-codes.ts'
import { nextFrame } from './next-frames.ts'

/** A subscription's end at a WebSocket. */
export class SocketSink implements LiveSink {
  readonly #socket: ClientSocket
  readonly #id: string
  readonly #label: string
  readonly #ended: () => void

  /**
   * @param id the client's id of the operation
   * @param ended called when it is over, ahead of the last message
   */
  constructor(socket: ClientSocket, id: string, ended: () => void) {
    this.#socket = socket
    this.#id = id
    this.#label = JSON.stringify(id)
    this.#ended = ended
  }

  get writable(): boolean {
    return this.#socket.writable
  }

  write(message: LiveMessage): void {
    this.#socket.sendFrame(nextFrame(message, this.#label))
  }

  begin(position: Position): void {
    this.#socket.send(positionPing({ [this.#id]: position }))
  }

  end({ errors }: LiveEnd): void {
    this.#ended()
    this.#socket.send(
      errors
        ? `{"id":${this.#label},"type":"error","payload":${JSON.stringify(errors)}}`
        : `{"id":${this.#label},"type":"complete"}`,
    )
  }

  overflow(): void {
    this.#ended()
    this.#socket.close(closeCodes.slowConsumer, 'Slow consumer')
  }
}

/**
 * A ping of the protocol whose payload tells where the client's subscriptions stand: a position to resume from before
 * the first event, and a way to see that a last one was lost. Clients that know nothing of it just answer the ping.
 */
export function positionPing(positions: Record<string, Position>): string {
  return JSON.stringify({ type: 'ping', payload: { live: positions } })
}
