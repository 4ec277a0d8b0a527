import type { GraphQLError } from 'graphql'

/** The codes the engine itself puts into `extensions.code`. Subgraphs' own codes pass through unchanged. */
export const engineCodes = {
  parseFailed: 'GRAPHQL_PARSE_FAILED',
  validationFailed: 'GRAPHQL_VALIDATION_FAILED',
  unknownOperation: 'OPERATION_RESOLUTION_FAILURE',
  tooComplex: 'QUERY_TOO_COMPLEX',
  tooCostly: 'COST_TOO_HIGH',
  badVariables: 'BAD_USER_INPUT',
  planFailed: 'QUERY_PLAN_FAILED',
  notASubscription: 'NOT_A_SUBSCRIPTION',
  subscriptionOnly: 'SUBSCRIPTION_TRANSPORT_REQUIRED',
  unauthorized: 'UNAUTHORIZED_FIELD_OR_TYPE',
  nullInNonNull: 'NULL_IN_NON_NULL_FIELD',
  canceled: 'REQUEST_CANCELED',
  operationTimeout: 'OPERATION_TIMEOUT',
  subgraphUnavailable: 'SUBGRAPH_UNAVAILABLE',
  subgraphTimeout: 'SUBGRAPH_TIMEOUT',
  subgraphBadResponse: 'SUBGRAPH_BAD_RESPONSE',
  subgraphOverflow: 'SUBGRAPH_SUBSCRIPTION_OVERFLOW',
} as const

export type EngineCode = (typeof engineCodes)[keyof typeof engineCodes]

/** One entry of a response's `errors`, as the GraphQL specification shapes it. */
export interface ResponseError {
  message: string
  locations?: readonly { line: number; column: number }[]
  path?: readonly (string | number)[]
  extensions?: { [key: string]: unknown }
}

/** A coded entry for `errors`. */
export function codedError(
  code: EngineCode,
  message: string,
  path?: readonly (string | number)[],
): ResponseError {
  return { message, ...(path ? { path } : {}), extensions: { code } }
}

/** A message may repeat what the client sent; nobody reads more. */
const longestMessage = 400

/** What graphql-js found wrong, with a code. */
export function fromGraphQLError(error: GraphQLError, code: EngineCode): ResponseError {
  const { message: whole, locations } = error.toJSON()
  const message = whole.length > longestMessage ? `${whole.slice(0, longestMessage)}…` : whole
  return { message, ...(locations ? { locations } : {}), extensions: { code } }
}

/** A subgraph could not be asked, or its answer could not be read. Transports throw it. */
export class SubgraphError extends Error {
  readonly code: EngineCode
  readonly service: string

  constructor(code: EngineCode, service: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.service = service
  }

  /** The entry for `errors`; the cause stays inside. */
  at(path?: readonly (string | number)[]): ResponseError {
    return {
      message: this.message,
      ...(path?.length ? { path } : {}),
      extensions: { code: this.code, serviceName: this.service },
    }
  }
}

/** A subgraph refused a subscription, for good as far as it is asked the same again. */
export class SubscriptionRefused extends Error {
  readonly errors: readonly ResponseError[]

  constructor(service: string, errors: readonly ResponseError[]) {
    super(`The subgraph "${service}" refused a subscription`)
    this.errors = errors
  }
}

/** The request's client is gone: nothing further is fetched for it. */
export class RequestCanceled extends Error {
  readonly code = engineCodes.canceled

  constructor() {
    super('The request was canceled')
  }
}
