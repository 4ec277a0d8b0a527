import { CodedError } from './coded-error.ts'

/** Makes a CodedError; the parameters may be left out where all of them are optional. */
export type ErrorFactory<P extends object> = (
  ...given: Record<string, never> extends P ? [parameters?: P] : [parameters: P]
) => CodedError

/**
 * Declares one code of a subgraph's `errors.ts`.
 *
 * @param code upper case with underscores; clients translate by it
 * @param status HTTP status where the refusal leaves by REST
 * @param message English words for logs and for clients that do not know the code
 */
export function defineError<P extends object = Record<string, never>>(
  code: string,
  status: number,
  message: (parameters: P) => string,
): ErrorFactory<P> {
  return (...given) => {
    const parameters = (given[0] ?? {}) as P
    return new CodedError(code, status, message(parameters), parameters as Record<string, unknown>)
  }
}
