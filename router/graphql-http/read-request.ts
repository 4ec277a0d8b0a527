import { badUserInput } from '#platform/errors/bad-user-input.ts'

/** What a client asks for. It names its document by text, by hash, or by both. */
export interface AskedOperation {
  query: string | undefined
  /** SHA-256 of the document's text, in hexadecimal digits. */
  documentHash: string | undefined
  operationName: string | null
  variables: Record<string, unknown> | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a client asks, out of JSON: a POST's body or the payload of a WebSocket message. A document's hash comes as
 * `extensions.persistedQuery` (automatic persisted queries) or as `documentId` (GraphQL over HTTP, appendix on
 * persisted documents), there with or without the prefix `sha256:`.
 * @throws BAD_USER_INPUT when it is no GraphQL request; batches are none
 */
export function readRequest(body: unknown): AskedOperation {
  if (!isObject(body)) throw badUserInput({ reason: 'send one JSON object with a query' })
  const { query, operationName, variables, extensions } = body
  if (query != null && typeof query !== 'string') {
    throw badUserInput({ field: 'query', reason: 'has to be a string' })
  }
  if (operationName != null && typeof operationName !== 'string') {
    throw badUserInput({ field: 'operationName', reason: 'has to be a string' })
  }
  if (variables != null && !isObject(variables)) {
    throw badUserInput({ field: 'variables', reason: 'has to be an object' })
  }
  if (extensions != null && !isObject(extensions)) {
    throw badUserInput({ field: 'extensions', reason: 'has to be an object' })
  }
  const documentHash = hashIn(body['documentId'], extensions?.['persistedQuery'])
  if (!query && documentHash === undefined) throw badUserInput({ field: 'query', reason: 'is missing' })
  return {
    query: query || undefined,
    documentHash,
    operationName: operationName ?? null,
    variables: variables ?? null,
  }
}

/**
 * What a client asks, out of the parameters of a GET's address; variables and extensions are JSON there.
 * @throws BAD_USER_INPUT
 */
export function readParameters(parameters: unknown): AskedOperation {
  if (!isObject(parameters)) throw badUserInput({ field: 'query', reason: 'is missing' })
  const { query, documentId, operationName, variables, extensions } = parameters
  return readRequest({
    query,
    documentId,
    operationName: operationName === '' ? null : operationName,
    variables: jsonIn('variables', variables),
    extensions: jsonIn('extensions', extensions),
  })
}

/**
 * The JSON that a body holds.
 * @throws BAD_USER_INPUT
 */
export function parseBody(text: unknown): unknown {
  if (typeof text !== 'string' || text === '')
    throw badUserInput({ reason: 'send one JSON object with a query' })
  try {
    return JSON.parse(text)
  } catch {
    throw badUserInput({ reason: 'the body is not JSON' })
  }
}

function jsonIn(field: string, text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return text === '' ? undefined : text
  try {
    return JSON.parse(text)
  } catch {
    throw badUserInput({ field, reason: 'has to be JSON' })
  }
}

const hexDigest = /^[0-9a-f]{64}$/

function hashIn(documentId: unknown, persistedQuery: unknown): string | undefined {
  if (documentId != null) {
    const hash = typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : ''
    if (!hexDigest.test(hash))
      throw badUserInput({ field: 'documentId', reason: 'has to be a SHA-256 digest' })
    return hash
  }
  if (persistedQuery == null) return undefined
  const { version, sha256Hash } = isObject(persistedQuery) ? persistedQuery : {}
  if (version !== 1 || typeof sha256Hash !== 'string' || !hexDigest.test(sha256Hash)) {
    throw badUserInput({
      field: 'extensions.persistedQuery',
      reason: 'has to be version 1 with a SHA-256 digest',
    })
  }
  return sha256Hash
}
