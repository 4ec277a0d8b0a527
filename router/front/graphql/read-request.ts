import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { GraphQLRequest } from '../../engine/operation.ts'
import { type AskedOperation, readRequest as readAsked } from '../../graphql-http/read-request.ts'

/**
 * What a client asks, out of a WebSocket payload.
 * @throws BAD_USER_INPUT when it is no GraphQL request; batches are none
 */
export function readRequest(body: unknown): GraphQLRequest {
  return withText(readAsked(body))
}

/** @throws BAD_USER_INPUT when the document is not given as text */
export function withText({ query, operationName, variables }: AskedOperation): GraphQLRequest {
  if (query === undefined) throw badUserInput({ field: 'query', reason: 'is missing' })
  return { query, operationName, variables }
}
