import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from './caller.ts'
import { originRefused } from './errors.ts'
import { isOwnOrigin } from './own-origin.ts'

/**
 * Refuses what another site could have made a browser send with our cookie: a request from a foreign origin, and one
 * that may change something but is not JSON or lacks both our Origin and the `x-csrf` header (which a foreign page
 * cannot set without a preflight that we do not answer).
 * @param changes whether the request can change anything
 * @throws ORIGIN_REFUSED
 */
export function refuseForgery(
  caller: Caller,
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
  changes: boolean,
): void {
  if (caller.proof !== 'cookie') return
  const own = isOwnOrigin(headers, publicUrl)
  if (own === false || headers['sec-fetch-site'] === 'cross-site') throw originRefused()
  if (!changes) return
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
  if (!isJson || (own === undefined && !headers['x-csrf'])) throw originRefused()
}
