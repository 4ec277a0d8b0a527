import { defineError } from './define-error.ts'

/** What an unknown error becomes outside of the process; the log holds the rest under the request id. */
export const internal = defineError<{ requestId: string }>(
  'INTERNAL',
  500,
  ({ requestId }) => `Something went wrong on our side. Quote ${requestId} when you report it.`,
)
