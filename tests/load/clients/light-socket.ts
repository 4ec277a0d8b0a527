import { connect, type Socket } from 'node:net'
import { clientFrame, FrameReader, opcodes } from './socket-frames.ts'

const upgraded = /^HTTP\/1\.1 101 /
const endOfHead = Buffer.from('\r\n\r\n')
/** The connection broke without a close frame: RFC 6455, section 7.4.1. */
const abnormalClosure = 1006

/** A client does not wait longer for the first word of a server. */
const patienceMs = 10_000

/** How a connection ended: by this close code, or before it was one. */
export type Ending = number | 'unreachable'

export interface LightSocketOptions {
  url: URL
  protocol: string
  /** The address to come from; several of them (127.0.0.2, …) make room for more ports. */
  localAddress: string
  onOpen(): void
  onText(text: string): void
  /** Called once. */
  onClose(ending: Ending): void
}

/** A WebSocket client that costs little more than its TCP connection, so that one process holds thousands. */
export class LightSocket {
  readonly #socket: Socket
  readonly #options: LightSocketOptions
  readonly #frames = new FrameReader()
  #head: Buffer | undefined = Buffer.alloc(0)
  #code = abnormalClosure

  constructor(options: LightSocketOptions) {
    this.#options = options
    const { url, protocol, localAddress } = options
    this.#socket = connect({ host: url.hostname, port: Number(url.port), localAddress, noDelay: true })
    this.#socket.setTimeout(patienceMs, () => this.#socket.destroy())
    this.#socket.on('connect', () => {
      this.#socket.write(
        [
          `GET ${url.pathname} HTTP/1.1`,
          `host: ${url.host}`,
          'connection: Upgrade',
          'upgrade: websocket',
          'sec-websocket-version: 13',
          'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
          `sec-websocket-protocol: ${protocol}`,
          '\r\n',
        ].join('\r\n'),
      )
    })
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk))
    // What failed shows in the close that follows.
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => options.onClose(this.#head ? 'unreachable' : this.#code))
  }

  send(text: string): void {
    this.#socket.write(clientFrame(opcodes.text, Buffer.from(text)))
  }

  /** Stops reading: what the server sends fills the kernel's buffers, then the server's. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  /** Goes without a word. */
  destroy(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    if (!this.#head) return this.#takeFrames(chunk)
    this.#head = Buffer.concat([this.#head, chunk])
    const end = this.#head.indexOf(endOfHead)
    if (end < 0) return
    const head = this.#head.toString('latin1', 0, end)
    const rest = this.#head.subarray(end + endOfHead.length)
    this.#head = undefined
    if (!upgraded.test(head)) {
      this.#socket.destroy()
      return
    }
    this.#options.onOpen()
    if (rest.length > 0) this.#takeFrames(rest)
  }

  #takeFrames(chunk: Buffer): void {
    this.#socket.setTimeout(0)
    for (const { opcode, payload } of this.#frames.read(chunk)) {
      if (opcode === opcodes.text) this.#options.onText(payload.toString())
      else if (opcode === opcodes.ping) this.#socket.write(clientFrame(opcodes.pong, Buffer.from(payload)))
      else if (opcode === opcodes.close) {
        if (payload.length >= 2) this.#code = payload.readUInt16BE(0)
        this.#socket.end(clientFrame(opcodes.close, Buffer.from(payload)))
      }
    }
  }
}
