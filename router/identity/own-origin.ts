import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request's Origin is the page that this router serves itself: PUBLIC_URL where that is configured, else the
 * host that the request was sent to. Nothing when the request has no Origin (no browser, or a same-origin GET).
 */
export function isOwnOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
): boolean | undefined {
  const { origin, host } = headers
  if (origin === undefined) return undefined
  if (publicUrl) return origin === new URL(publicUrl).origin
  return URL.parse(origin)?.host === host
}
