/** What a peer sent: RFC 6455, section 5.2. */
export interface Frame {
  opcode: number
  payload: Buffer
}

export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const

const nothing = Buffer.alloc(0)

/**
 * Cuts a byte stream of a WebSocket server into frames.
 * @throws Error at what these servers never send: fragments, masks, frames of 4 GB
 */
export class FrameReader {
  #rest: Buffer = nothing

  /** Takes what has arrived and gives the frames that are complete with it. */
  read(chunk: Buffer): Frame[] {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const frames: Frame[] = []
    let at = 0
    while (bytes.length - at >= 2) {
      const [first, second] = [bytes[at] as number, bytes[at + 1] as number]
      if (!(first & 0x80) || second & 0x80) throw new Error('a fragment, or a mask from a server')
      const short = second & 0x7f
      const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2
      if (bytes.length - at < headBytes) break
      const length =
        short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? longLength(bytes, at + 2) : short
      if (bytes.length - at < headBytes + length) break
      at += headBytes
      frames.push({ opcode: first & 0x0f, payload: bytes.subarray(at, at + length) })
      at += length
    }
    // A view of no bytes would keep the whole chunk.
    this.#rest = at === bytes.length ? nothing : bytes.subarray(at)
    return frames
  }
}

function longLength(bytes: Buffer, at: number): number {
  if (bytes.readUInt32BE(at) !== 0) throw new Error('a frame of more than 4 GB')
  return bytes.readUInt32BE(at + 4)
}

/** A frame as a client sends it. The mask is all zeros, which the protocol allows and which leaves the bytes as they are. */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  if (length > 0xffff) throw new Error('too long for a client of a test')
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 0xff])
  return Buffer.concat([head, Buffer.alloc(4), payload])
}
