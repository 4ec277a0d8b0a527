import type { CodedError } from '#platform/errors/coded-error.ts'
import type { Refusal } from '../engine/operation.ts'

/** The refusal, or the end, of a subscription by a coded error. */
export function refusalBy({ message, code, parameters }: CodedError): Refusal {
  return { errors: [{ message, extensions: { code, parameters } }] }
}
