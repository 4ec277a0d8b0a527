import { defineError } from '#platform/errors/define-error.ts'

/** The agent does not take part in this session. */
export const notYourSession = defineError<{ sessionId: string }>(
  'NOT_YOUR_SESSION',
  403,
  () => 'Another agent has this contact. Ask a supervisor to hand it over.',
)

/** Refusals that a form shows beside its field. */
export interface UserError {
  field: string | null
  message: string
  code: string
}

/** One refusal of a form; `field` is null when it concerns the whole. */
export function userError(code: string, message: string, field: string | null = null): UserError {
  return { field, message, code }
}
