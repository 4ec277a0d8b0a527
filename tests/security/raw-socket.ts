import { randomBytes } from 'node:crypto'
import { openRaw, type RawConnection } from './raw-http.ts'

/** A WebSocket whose frames are written by hand. */
export interface RawSocket extends RawConnection {
  /** Sends one frame; `first` is its first byte: FIN, reserved bits and the kind. */
  frame(first: number, payload: string | Buffer, masked?: boolean): void
  /** A text message in one frame. */
  text(payload: string): void
  /** The code of the close frame that the router sent; undefined when it only cut the connection off. */
  closeCode(): Promise<number | undefined>
}

/** Opens the graph's WebSocket by hand. */
export async function openRawSocket(url: string, headers: string[] = []): Promise<RawSocket> {
  const connection = await openRaw(url)
  connection.write(
    [
      'GET /graphql HTTP/1.1',
      'host: router',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      'sec-websocket-protocol: graphql-transport-ws',
      ...headers,
      '',
      '',
    ].join('\r\n'),
  )
  const head = await connection.until(/\r\n\r\n/)
  if (!head.startsWith('HTTP/1.1 101')) throw new Error(`no WebSocket: ${head.slice(0, 200)}`)
  const begun = head.indexOf('\r\n\r\n') + 4
  const frame = (first: number, payload: string | Buffer, masked = true) =>
    connection.write(frameOf(first, Buffer.from(payload as string), masked))
  return {
    ...connection,
    frame,
    text: (payload) => frame(0x81, payload),
    closeCode: () =>
      new Promise((resolve) => {
        const look = () => {
          const code = closeCodeIn(Buffer.from(connection.received().slice(begun), 'latin1'))
          if (code === undefined) return
          resolve(code)
          connection.socket.destroy()
        }
        connection.socket.on('data', look)
        look()
        void connection.closed.then(() => resolve(undefined))
      }),
  }
}

/** Opens it and proves who it is. */
export async function openGreeted(url: string, token: string): Promise<RawSocket> {
  const socket = await openRawSocket(url)
  socket.text(JSON.stringify({ type: 'connection_init', payload: { token } }))
  await socket.until(/connection_ack/)
  return socket
}

function frameOf(first: number, payload: Buffer, masked: boolean): Buffer {
  const { length } = payload
  const bit = masked ? 0x80 : 0
  let head: Buffer
  if (length < 126) head = Buffer.from([first, bit | length])
  else if (length < 65_536) head = Buffer.from([first, bit | 126, length >> 8, length & 0xff])
  else {
    head = Buffer.alloc(10)
    head[0] = first
    head[1] = bit | 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  // a mask of zeros is a mask: the payload stays as it is
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload])
}

function closeCodeIn(bytes: Buffer): number | undefined {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const short = (bytes[at + 1] as number) & 0x7f
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    const length =
      short === 126
        ? bytes.readUInt16BE(at + 2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short
    const whole = at + head + length <= bytes.length
    if (((bytes[at] as number) & 0x0f) === 8)
      return whole && length >= 2 ? bytes.readUInt16BE(at + head) : undefined
    at += head + length
  }
  return undefined
}
