import type { Viewer } from '#platform/identity/viewer.ts'
import type { GraphQLRequest } from '../engine/operation.ts'
import type { AskedOperation } from '../graphql-http/read-request.ts'
import type { Caller } from '../identity/caller.ts'
import { documentNotTrusted, hashMismatch, persistedQueryNotFound } from './errors.ts'
import type { PersistedDocuments } from './persisted-documents.ts'
import type { TrustedDocument, TrustedDocuments } from './trusted-documents.ts'

/**
 * Finds the document that a request names by hash, by text, or by both, on every way in; at once unless the store has
 * to be asked.
 * @throws DOCUMENT_NOT_TRUSTED before anything of the text is parsed, PERSISTED_QUERY_NOT_FOUND,
 * PERSISTED_QUERY_HASH_MISMATCH
 */
export type ResolveDocument = (
  asked: AskedOperation,
  caller: Caller,
) => GraphQLRequest | Promise<GraphQLRequest>

export interface DocumentRules {
  trusted: TrustedDocuments
  persisted: PersistedDocuments
  /** The kinds of viewers who may execute trusted documents and nothing else. */
  trustedOnly: ReadonlySet<Viewer['kind']>
}

export function createResolveDocument({ trusted, persisted, trustedOnly }: DocumentRules): ResolveDocument {
  return (asked, { viewer }) => {
    const { query, documentHash } = asked
    if (documentHash !== undefined) {
      const document = trusted.byHash(documentHash)
      if (document) {
        if (query !== undefined && query !== document.text) throw hashMismatch()
        return released(document, asked)
      }
    }
    const document = query === undefined ? undefined : trusted.byText(query)
    if (trustedOnly.has(viewer.kind)) {
      if (!document || documentHash !== undefined) throw documentNotTrusted()
      return released(document, asked)
    }
    if (documentHash === undefined) return document ? released(document, asked) : request(query ?? '', asked)
    if (query !== undefined) {
      persisted.register(documentHash, query, viewer)
      return request(query, asked)
    }
    // For nobody nothing is kept, and they find nothing: whether others have asked it before is not theirs to know.
    if (viewer.kind === 'anonymous') throw persistedQueryNotFound()
    const found = persisted.find(documentHash)
    return typeof found === 'string' ? request(found, asked) : found.then((text) => request(text, asked))
  }
}

/** The name of the only operation says nothing: without it the plan is found that was made ahead. */
function released({ text, operationNames }: TrustedDocument, asked: AskedOperation): GraphQLRequest {
  const [only, another] = operationNames
  const needless = another === undefined && only !== undefined && asked.operationName === only
  return { query: text, operationName: needless ? null : asked.operationName, variables: asked.variables }
}

function request(query: string, { operationName, variables }: AskedOperation): GraphQLRequest {
  return { query, operationName, variables }
}
