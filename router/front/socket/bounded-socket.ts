import type { WebSocket } from 'ws'
import { type CloseCode, closeCodes } from './close-codes.ts'

/** What may wait in the socket itself; beyond it the client has stopped reading. */
const maxBufferedBytes = 16 * 1024 * 1024
const heartbeatMs = 30_000
const lastWordsMs = 2_000

/**
 * A WebSocket that never holds more than a bounded amount for a client that does not read, and ends one that does not
 * answer.
 */
export class BoundedSocket {
  readonly #socket: WebSocket
  readonly #heartbeat: NodeJS.Timeout
  #alive = true

  constructor(socket: WebSocket) {
    this.#socket = socket
    const alive = () => {
      this.#alive = true
    }
    socket.on('pong', alive).on('message', alive)
    this.#heartbeat = setInterval(() => {
      if (!this.#alive) {
        socket.terminate()
        return
      }
      this.#alive = false
      socket.ping()
    }, heartbeatMs)
    socket.once('close', () => clearInterval(this.#heartbeat))
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Ends when the message has left for the network, or when it never will. */
  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (!this.open) {
        resolve()
        return
      }
      this.#socket.send(text, () => resolve())
      if (this.#socket.bufferedAmount > maxBufferedBytes) this.close(closeCodes.slowConsumer, 'Slow consumer')
    })
  }

  /** Says why and ends; a client that does not listen any more is cut off. */
  close(code: CloseCode, reason: string): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return
    this.#socket.close(code, reason)
    const cutOff = setTimeout(() => this.#socket.terminate(), lastWordsMs)
    this.#socket.once('close', () => clearTimeout(cutOff))
  }
}
