import type { IncomingHttpHeaders } from 'node:http'
import { defineError } from '#platform/errors/define-error.ts'

const foreignRead = defineError(
  'ORIGIN_REFUSED',
  403,
  () => 'A page of another site may not send this. Programs may: with the header x-csrf, or by POST as JSON.',
)

/** A page can set one of these only when a preflight allowed it (Fetch, "CORS-safelisted request-header"). */
const preflighted = [
  'authorization',
  'x-csrf',
  'apollo-require-preflight',
  'x-apollo-operation-name',
] as const

/**
 * Refuses a GET that a foreign page made a browser send: as an image, a script, a link, or a fetch without a preflight.
 * Browsers name the page by `Origin` or tell by `Sec-Fetch-Site` that it is another one; programs send neither, so they
 * need no header that GraphQL over HTTP does not know. A POST needs no such rule: it has to be JSON, and that takes a
 * preflight.
 * @param isOurs whether the origin, where the request has one, may read our answers
 * @throws ORIGIN_REFUSED
 */
export function refuseForeignRead(headers: IncomingHttpHeaders, isOurs: (origin: string) => boolean): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const foreign = origin === undefined ? site === 'cross-site' || site === 'same-site' : !isOurs(origin)
  if (!foreign || preflighted.some((name) => headers[name])) return
  throw foreignRead()
}
