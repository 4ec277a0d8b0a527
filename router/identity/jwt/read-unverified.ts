import { isUtf8 } from 'node:buffer'
import { hasDuplicateMembers } from './duplicate-members.ts'

/** What a token says of itself, before any of it is believed. */
export interface UnverifiedJwt {
  header: Record<string, unknown>
  payload: Record<string, unknown>
}

const compact = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/

/** Members of a header by which a token wants to be read in another way than as a plain signed one. */
const otherWays = ['crit', 'b64', 'zip', 'enc', 'cty']

/** The kinds of token that name a person for requests: RFC 7519 and RFC 9068. Others (`logout+jwt`) are no sign-in. */
const kinds: ReadonlySet<unknown> = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt'])

/**
 * Takes a compact JWS apart, within bounds: three parts, each object's members once, nothing nested, compressed or with
 * extensions. Keys and their addresses in the header (`jwk`, `jku`, `x5c`, `x5u`) are never looked at.
 * @param maxChars a longer one is not decoded
 * @returns nothing for anything else
 */
export function readUnverified(token: string, maxChars: number): UnverifiedJwt | undefined {
  if (token.length > maxChars) return undefined
  const [, head = '', body = ''] = compact.exec(token) ?? []
  const header = decode(head)
  const payload = decode(body)
  if (!header || !payload || otherWays.some((name) => name in header)) return undefined
  const { typ } = header
  return kinds.has(typeof typ === 'string' ? typ.toLowerCase() : typ) ? { header, payload } : undefined
}

function decode(part: string): Record<string, unknown> | undefined {
  const bytes = Buffer.from(part, 'base64url')
  // A text that ends in unused bits would be another text of the same bytes.
  if (!part || bytes.toString('base64url') !== part || !isUtf8(bytes)) return undefined
  const text = bytes.toString()
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && !hasDuplicateMembers(text) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
