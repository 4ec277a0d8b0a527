import type { DocumentNode } from 'graphql'
import { formatDocument, getOperationName, stringifyDocument } from 'urql'

/** Operation names to the hashes of their texts; only a released build has them (vite.config.ts). */
declare const __DOCUMENT_HASHES__: Readonly<Record<string, string>> | undefined

/** The hash by which the router knows a released operation; undefined in a build that was not released. */
export const hashOf = (operationName: string | undefined): string | undefined =>
  typeof __DOCUMENT_HASHES__ === 'undefined' ? undefined : __DOCUMENT_HASHES__[operationName ?? '']

/** A document's text exactly as the cache has it sent: with the names of types. */
export const documentText = (document: DocumentNode): string => stringifyDocument(formatDocument(document))

/** How a document is named to the router: by its hash where it was released, and by its text if that is not known. */
export const documentSent = (document: DocumentNode) => ({
  query: documentText(document),
  sha256Hash: hashOf(getOperationName(document)),
})
