import { defineError } from './define-error.ts'

/** The input can not be right as it stands. `field` is its path in the input, `reason` what to mend. */
export const badUserInput = defineError<{ reason: string; field?: string }>(
  'BAD_USER_INPUT',
  400,
  ({ field, reason }) => (field ? `${field}: ${reason}` : reason),
)
