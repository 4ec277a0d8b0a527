import type { CodedError } from '#platform/errors/coded-error.ts'
import type { LiveEnd } from './live-sink.ts'

/** The end of a subscription by a coded error. */
export function endBy({ message, code, parameters }: CodedError): LiveEnd {
  return { errors: [{ message, extensions: { code, parameters } }] }
}
