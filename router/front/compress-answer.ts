import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

/** How an answer may be compressed. */
export type Encoding = 'br' | 'gzip'

/**
 * Smaller answers leave as they are. What a client can make us reflect is compressed beside its own data only: sign-ins
 * and tokens are no part of the graph, and a foreign page can make no browser send such a request (BREACH needs both).
 */
export const leastChars = 4_096

/** Above this the thread pool does it, so that nobody waits behind it; below, the way there costs more. */
const mostCharsAtOnce = 32_768

// Measured on answers of 3 to 60 kB: brotli 3 makes them 6 to 13 % in 25 to 190 µs; brotli 5 and above take twice that
// and more for 1 % less.
const brotliOptions = (size: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_SIZE_HINT]: size },
})
const gzipOptions = { level: 1 }

const cachedAtMost = 200
const cached = new Map<string, Encoding | 'none'>()

/** Chooses by the Accept-Encoding header (RFC 9110, 12.5.3); nothing where the client wants it as it is. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  if (typeof acceptEncoding !== 'string' || acceptEncoding.length > 200) return undefined
  let encoding = cached.get(acceptEncoding)
  if (!encoding) {
    encoding = choose(acceptEncoding) ?? 'none'
    if (cached.size >= cachedAtMost) cached.clear()
    cached.set(acceptEncoding, encoding)
  }
  return encoding === 'none' ? undefined : encoding
}

function choose(header: string): Encoding | undefined {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return [name, weight === undefined ? 1 : Number(weight) || 0]
    }),
  )
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0
  const [br, gz] = [weightOf('br'), weightOf('gzip')]
  if (br > 0 && br >= gz) return 'br'
  return gz > 0 ? 'gzip' : undefined
}

/** Compresses an answer's text; a long one in the thread pool. */
export function compressAnswer(text: string, encoding: Encoding): Buffer | Promise<Buffer> {
  if (text.length <= mostCharsAtOnce) {
    return encoding === 'br'
      ? brotliCompressSync(text, brotliOptions(text.length))
      : gzipSync(text, gzipOptions)
  }
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, compressed: Buffer) => (error ? reject(error) : resolve(compressed))
    if (encoding === 'br') brotliCompress(text, brotliOptions(text.length), done)
    else gzip(text, gzipOptions, done)
  })
}
