import { engineCodes, SubgraphError } from '../errors.ts'
import type { SubgraphResponse } from '../transport.ts'

/**
 * Reads what a subgraph answered.
 * @throws SubgraphError SUBGRAPH_BAD_RESPONSE when it is not a GraphQL response
 */
export function readResponse(text: string, service: string): SubgraphResponse {
  let response: unknown
  try {
    response = JSON.parse(text)
  } catch (cause) {
    throw badResponse(service, cause)
  }
  if (!isResponse(response)) throw badResponse(service)
  return response
}

function isResponse(value: unknown): value is SubgraphResponse {
  if (typeof value !== 'object' || value === null) return false
  const { data, errors } = value as { data?: unknown; errors?: unknown }
  const dataFits = data === undefined || (typeof data === 'object' && !Array.isArray(data))
  const errorsFit = errors === undefined || errors === null || Array.isArray(errors)
  return dataFits && errorsFit && (data !== undefined || Array.isArray(errors))
}

function badResponse(service: string, cause?: unknown): SubgraphError {
  const message = `The subgraph "${service}" answered something that is not a GraphQL response`
  return new SubgraphError(engineCodes.subgraphBadResponse, service, message, cause)
}
