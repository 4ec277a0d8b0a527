/**
 * A refusal that a client may see: a code, the parameters that a face needs to word it, and a message that a
 * person can act on. Anything else that is thrown is masked as INTERNAL before it leaves the process.
 */
export class CodedError extends Error {
  readonly code: string
  readonly parameters: Record<string, unknown>
  /** HTTP status for REST routes; in the graph only the code counts. */
  readonly status: number

  constructor(code: string, status: number, message: string, parameters: Record<string, unknown> = {}) {
    super(message)
    this.name = 'CodedError'
    this.code = code
    this.status = status
    this.parameters = parameters
  }
}
