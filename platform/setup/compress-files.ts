import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What compresses well; pictures and fonts are compressed by their own formats. */
const compressible = /\.(?:css|html|js|json|mjs|svg|webmanifest)$/
const leastBytes = 1_024

/** Puts `.br` and `.gz` beside each file of a built face: packed as well as can be, once and not per request. */
export function compressFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const size = statSync(path).size
    if (!compressible.test(name) || size < leastBytes) continue
    const content = readFileSync(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}
