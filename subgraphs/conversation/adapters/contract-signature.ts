import { createHmac } from 'node:crypto'
import { safeEqual } from '#platform/identity/constant-time.ts'

/** The header's value; undefined when it is missing or came more than once. */
export function singleHeader(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

/** HMAC-SHA256 in hexadecimal. */
export function hmacSha256Hex(secret: string, ...parts: Array<string | Buffer>): string {
  const hmac = createHmac('sha256', secret)
  for (const part of parts) hmac.update(part)
  return hmac.digest('hex')
}

/** Whether a given secret or signature is the expected one, in constant time; a missing one is not. */
export function secretMatches(given: string | undefined, expected: string): boolean {
  return given !== undefined && safeEqual(given, expected)
}
