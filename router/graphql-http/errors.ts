import { defineError } from '#platform/errors/define-error.ts'

/** GraphQL is asked by GET or POST. */
export const methodNotAllowed = defineError(
  'METHOD_NOT_ALLOWED',
  405,
  () => 'Ask by POST, or by GET where you only read.',
)

/** A link or an image must change nothing. */
export const getReadsOnly = defineError(
  'METHOD_NOT_ALLOWED',
  405,
  () => 'A GET only reads: send mutations by POST.',
)
