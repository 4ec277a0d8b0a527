import type { TypedDocumentString } from '../generated/operations.ts'
import { documentSent } from './document-sent.ts'

/** The server answered with an error instead of data. */
export class GraphError extends Error {
  readonly code: string

  /** @param code the coded error, or the HTTP status */
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Nothing waits longer than this for an answer, in milliseconds. */
const timeoutMs = 20_000

/**
 * Runs a query or mutation as the visitor.
 * @throws GraphError when the server refuses, TypeError when it cannot be reached, DOMException after 20 s
 */
export async function graphRequest<R, V>(
  server: string,
  token: string,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R> {
  const { query, sha256Hash } = documentSent(document)
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query,
      variables,
      extensions: sha256Hash && { persistedQuery: { version: 1, sha256Hash } },
    }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.status === 401) throw new GraphError('UNAUTHENTICATED')
  const answer = (await response.json().catch(() => ({}))) as {
    data?: R | null
    errors?: { extensions?: { code?: string } }[]
  }
  if (answer.errors?.length || !answer.data) {
    throw new GraphError(answer.errors?.[0]?.extensions?.code ?? String(response.status))
  }
  return answer.data
}
