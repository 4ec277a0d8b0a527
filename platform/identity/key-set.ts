import { createHash } from 'node:crypto'
import type { JWK } from 'jose'

/** An Ed25519 key with the id by which tokens name it. */
export interface NamedKey extends JWK {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
}

/**
 * Reads one Ed25519 key or a set of them (RFC 7517), as an object or its JSON. A key without an id gets its thumbprint
 * (RFC 7638), which the private and the public half share.
 * @throws TypeError for anything else
 */
export function readKeySet(given: unknown): [NamedKey, ...NamedKey[]] {
  const value: unknown = typeof given === 'string' ? JSON.parse(given) : given
  const list: unknown[] = isObject(value) && Array.isArray(value['keys']) ? value['keys'] : [value]
  const [first, ...others] = list.map(readKey)
  if (!first) throw new TypeError('the key set is empty')
  const kids = new Set([first, ...others].map(({ kid }) => kid))
  if (kids.size !== list.length) throw new TypeError('two keys of the set have the same id')
  return [first, ...others]
}

function readKey(value: unknown): NamedKey {
  if (!isObject(value)) throw new TypeError('a key is no object')
  const { kty, crv, x, kid } = value
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') {
    throw new TypeError('a key is not of the kind Ed25519')
  }
  return { ...value, kty, crv, x, kid: typeof kid === 'string' && kid ? kid : thumbprint(x) }
}

/** The members that RFC 8037 names for this kind of key, in their order. */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
