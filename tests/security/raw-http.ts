import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** A connection on which anything can be sent, also what no client would. */
export interface RawConnection {
  readonly socket: Socket
  write(bytes: string | Uint8Array): void
  /** All that has come so far. */
  received(): string
  /** When the other side has ended the connection: all that came on it. */
  readonly closed: Promise<string>
  /** When so much text has come that it matches. */
  until(pattern: RegExp): Promise<string>
}

/** Opens a TCP connection to the router. */
export async function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  const waiting = new Set<() => void>()
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
    for (const look of waiting) look()
  })
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)))
  // the router cuts connections off: that is what is tested
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  return {
    socket,
    write: (bytes) => void socket.write(bytes),
    received: () => text,
    closed,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(text)) return
          waiting.delete(look)
          resolve(text)
        }
        waiting.add(look)
        look()
        void closed.then(() => reject(new Error(`closed before ${pattern}: ${text.slice(0, 200)}`)))
      }),
  }
}

/** Sends one text on a connection of its own, and gives all that comes until the router ends it. */
export async function sendRaw(url: string, bytes: string | Uint8Array): Promise<string> {
  const connection = await openRaw(url)
  connection.write(bytes)
  return connection.closed
}

/** Begins TLS with a server that speaks none. */
export function beginTls(url: string): Promise<unknown> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    connectTls({ host: hostname, port: Number(port), rejectUnauthorized: false })
      .once('error', resolve)
      .once('secureConnect', () => resolve(undefined))
  })
}
