import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The SHA-256 of a document's text in hexadecimal digits, by which the router knows it. */
export const documentHash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Writes `operations.json` beside a built face: the documents that the router trusts, each under its hash. */
export function releasedDocuments(texts: Iterable<string>): Plugin {
  return {
    name: 'released-documents',
    apply: 'build',
    generateBundle() {
      const manifest = Object.fromEntries([...texts].map((text) => [documentHash(text), text]))
      this.emitFile({
        type: 'asset',
        fileName: 'operations.json',
        source: `${JSON.stringify(manifest, undefined, 2)}\n`,
      })
    },
  }
}
