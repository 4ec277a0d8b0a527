import type { ResultType } from './negotiate.ts'

/**
 * The HTTP status of an operation's result (GraphQL over HTTP, "Status Codes"): application/json says 200 to every
 * request that is well-formed; application/graphql-response+json says 200 only when there is data, be it null.
 * @param refusedStatus why nothing was executed, where something better than "bad request" is known
 */
export function answerStatus(type: ResultType, text: string, refusedStatus = 400): number {
  if (type === 'application/json' || !text.startsWith('{"errors"')) return 200
  // In JSON text a quote inside of a string is escaped: this is a key. Our own refusals have none of that name.
  return text.includes('"data":') ? 200 : refusedStatus
}
