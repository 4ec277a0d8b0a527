import { defineError } from './define-error.ts'

/** No such thing, or none that this viewer may know of. `kind` is the type's name in the graph. */
export const notFound = defineError<{ kind: string; id: string }>(
  'NOT_FOUND',
  404,
  ({ kind, id }) => `There is no ${kind} ${id}.`,
)
