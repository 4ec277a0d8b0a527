import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { GraphQLRequest } from '../../engine/operation.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a client asks, out of a POST body or a WebSocket payload.
 * @throws BAD_USER_INPUT when it is no GraphQL request; batches are none
 */
export function readRequest(body: unknown): GraphQLRequest {
  if (!isObject(body)) throw badUserInput({ reason: 'send one JSON object with a query' })
  const { query, operationName, variables } = body
  if (typeof query !== 'string') throw badUserInput({ field: 'query', reason: 'has to be a string' })
  if (operationName != null && typeof operationName !== 'string') {
    throw badUserInput({ field: 'operationName', reason: 'has to be a string' })
  }
  if (variables != null && !isObject(variables)) {
    throw badUserInput({ field: 'variables', reason: 'has to be an object' })
  }
  return { query, operationName: operationName ?? null, variables: variables ?? null }
}

/**
 * What a client asks, out of the address of a GET.
 * @throws BAD_USER_INPUT
 */
export function readQueryString(parameters: unknown): GraphQLRequest {
  if (!isObject(parameters)) throw badUserInput({ field: 'query', reason: 'is missing' })
  const { variables, ...rest } = parameters
  if (typeof variables !== 'string' || variables === '') return readRequest(rest)
  try {
    return readRequest({ ...rest, variables: JSON.parse(variables) as unknown })
  } catch (error) {
    if (error instanceof SyntaxError) throw badUserInput({ field: 'variables', reason: 'has to be JSON' })
    throw error
  }
}
