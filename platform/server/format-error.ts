import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { CodedError } from '../errors/coded-error.ts'
import { internal } from '../errors/internal.ts'

/**
 * An error as the graph shows it: a coded one with its code and parameters, a mistake of the request as GraphQL words
 * it, and anything else logged and masked as INTERNAL with the request's id.
 */
export function formatError(error: unknown, requestId: string, log: Logger): GraphQLFormattedError {
  const outer = error instanceof GraphQLError ? error : undefined
  const cause = rootCause(error)
  const place = {
    ...(outer?.locations ? { locations: outer.locations } : {}),
    ...(outer?.path ? { path: outer.path } : {}),
  }
  if (cause instanceof CodedError) return { ...shown(cause), ...place }
  // Errors of compiled queries may have no extensions at all, whatever the type says.
  const extensions =
    cause instanceof GraphQLError ? (cause.extensions as GraphQLErrorExtensions | undefined) : undefined
  const code = extensions?.code
  if (cause instanceof GraphQLError && typeof code === 'string') {
    return { message: cause.message, ...place, extensions: { code } }
  }
  // Without a path it was refused before any resolver ran: syntax, validation, variables.
  if (cause instanceof GraphQLError && !outer?.path) {
    return { message: cause.message, ...place, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }
  }
  log.error({ err: cause, requestId, path: outer?.path }, 'an unknown error was masked')
  return { ...shown(internal({ requestId })), ...place }
}

function shown({ message, code, parameters }: CodedError): GraphQLFormattedError {
  return { message, extensions: { code, parameters } }
}

/** GraphQL wraps what a resolver threw, sometimes twice. */
function rootCause(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}
