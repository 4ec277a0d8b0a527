import { hashOf } from './document-sent.ts'

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * Sends a GraphQL request by the hash of its document, and once more with the text where the router does not know it:
 * one that was started before this desk was built. Other requests go as they are.
 * @param send asks the router
 */
export async function fetchByHash(
  input: RequestInfo | URL,
  init: RequestInit,
  send: Fetch,
  hashFor: typeof hashOf = hashOf,
): Promise<Response> {
  const { query, ...request } = JSON.parse(String(init.body)) as { query: string; operationName?: string }
  const sha256Hash = hashFor(request.operationName)
  if (!sha256Hash) return send(input, init)
  const byHash = { ...request, extensions: { persistedQuery: { version: 1, sha256Hash } } }
  const response = await send(input, { ...init, body: JSON.stringify(byHash) })
  if (response.ok || !(await response.clone().text()).includes('PERSISTED_QUERY_NOT_FOUND')) return response
  return send(input, { ...init, body: JSON.stringify({ ...byHash, query }) })
}
