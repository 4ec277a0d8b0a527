import { defineError } from '#platform/errors/define-error.ts'

/** Nobody knows this hash: send the text along. Clients compare the message, so it is Apollo's. */
export const persistedQueryNotFound = defineError(
  'PERSISTED_QUERY_NOT_FOUND',
  404,
  () => 'PersistedQueryNotFound',
)

/** The text is not the one that the hash belongs to. */
export const hashMismatch = defineError(
  'PERSISTED_QUERY_HASH_MISMATCH',
  400,
  () => 'The hash does not belong to this document.',
)

/** Who asks may execute only the documents that were released with a face. */
export const documentNotTrusted = defineError(
  'DOCUMENT_NOT_TRUSTED',
  403,
  () => 'Only documents that this deployment has released may be executed.',
)
