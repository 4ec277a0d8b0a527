import type { Logger } from 'pino'
import { toCodedError } from '../rest-errors.ts'

/** The list of GraphQL errors for something thrown outside of the engine; the unknown is masked and logged. */
export function graphErrors(error: unknown, requestId: string, log: Logger): string {
  const { code, message, parameters } = toCodedError(error, requestId, log)
  return JSON.stringify([{ message, extensions: { code, parameters, requestId } }])
}
