import type { TypedDocumentString } from '../generated/operations.ts'

/** How a document is named to the router: a released build has only its hash, elsewhere there is only its text. */
export function documentSent<R, V>(
  document: TypedDocumentString<R, V>,
): {
  query?: string
  sha256Hash?: string
} {
  const hash: unknown = document.__meta__?.['hash']
  return typeof hash === 'string' ? { sha256Hash: hash } : { query: document.toString() }
}
