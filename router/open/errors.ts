import { defineError } from '#platform/errors/define-error.ts'

export const notGraphql = defineError('NOT_FOUND', 404, () => 'GraphQL is at /graphql.')

export const bodyTooLarge = defineError<{ maxBytes: number }>(
  'BODY_TOO_LARGE',
  413,
  ({ maxBytes }) => `The body may have ${maxBytes} bytes.`,
)

export const documentTextNeeded = defineError(
  'PERSISTED_QUERY_NOT_SUPPORTED',
  400,
  () => 'The open router keeps no documents: send the text.',
)
