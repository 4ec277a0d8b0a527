import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { documentHash, releasedDocuments } from './released-documents.ts'

const generated = fileURLToPath(new URL('src/generated/operations.ts', import.meta.url))
const declaration = /export const (\w+) = new TypedDocumentString\(`([^`]*)`/g

/** The widget's documents out of its generated module: name and text. */
export function widgetDocuments(): { name: string; text: string }[] {
  const found = [...readFileSync(generated, 'utf8').matchAll(declaration)]
  return found.flatMap(([, name, text]) => (name && text ? [{ name, text }] : []))
}

/**
 * A released widget knows its documents by their hashes only: their texts would be a thirtieth of its size, and a router
 * that lets visitors execute released documents only would not take them anyway.
 */
export function documentsByHash(): Plugin[] {
  const documents = widgetDocuments()
  const operations = documents.filter(({ name }) => name.endsWith('Document'))
  const byHash: Plugin = {
    name: 'documents-by-hash',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== generated) return undefined
      return operations
        .map(({ name, text }) => `export const ${name} = { __meta__: { hash: '${documentHash(text)}' } }`)
        .join('\n')
    },
  }
  return [byHash, releasedDocuments(operations.map(({ text }) => text))]
}
