import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { type CloseCode, closeCodes } from './close-codes.ts'

/** What may wait in the socket itself; beyond it the client has stopped reading. Only answers to queries come near. */
const maxBufferedBytes = 16 * 1024 * 1024
/** How long a client that is sent away may take to hear it. */
const lastWordsMs = 10_000

const longestReasonBytes = 120

/** A client's WebSocket that never holds more than a bounded amount for a client that does not read. */
export class ClientSocket {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  #closing: (() => void) | undefined

  /** @param stream the connection under the socket; it has no extensions, so whole frames may be written to it */
  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket
    this.#stream = stream
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Whether what was written has left for the network, up to the stream's own buffer (64 KiB). */
  get writable(): boolean {
    return !this.#stream.writableNeedDrain
  }

  /** Sends a message. */
  send(text: string): void {
    if (!this.open) return
    this.#socket.send(text)
    this.#bound()
  }

  /** Sends a whole frame: bytes that many sockets share. */
  sendFrame(frame: Buffer): void {
    if (!this.open) return
    this.#stream.write(frame)
    this.#bound()
  }

  /** Asks whether the client is still there, on the protocol's own level: browsers answer by themselves. */
  ping(): void {
    if (this.open) this.#socket.ping()
  }

  /** Answers a ping; one who floods with pings and does not read is not answered. */
  pong(data: Buffer): void {
    if (this.open && this.writable) this.#socket.pong(data)
  }

  /** Calls back once, when it is sent away: nothing more is kept for it, however long its last words take. */
  whenClosing(listener: () => void): void {
    this.#closing = listener
  }

  /** Says why and ends; a client that does not listen any more is cut off. */
  close(code: CloseCode, reason: string): void {
    if (!this.open) return
    // a frame of control holds 123 bytes of reason: more would throw, and a reason may name what the client sent
    this.#socket.close(code, Buffer.from(reason).subarray(0, longestReasonBytes))
    const cutOff = setTimeout(() => this.#socket.terminate(), lastWordsMs)
    this.#socket.once('close', () => clearTimeout(cutOff))
    this.#closing?.()
  }

  /** Cuts it off. */
  terminate(): void {
    this.#socket.terminate()
  }

  #bound(): void {
    if (this.#stream.writableLength > maxBufferedBytes) this.close(closeCodes.slowConsumer, 'Slow consumer')
  }
}
