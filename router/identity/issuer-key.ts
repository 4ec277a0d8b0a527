import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'

/** PKCS #8 of an Ed25519 private key up to its 32-byte seed (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key pair that signs sessions and visitor tokens. */
export interface IssuerKey {
  privateKey: KeyObject
  publicKey: KeyObject
}

/**
 * Derives the issuer's key pair from the internal identity's private key (HKDF-SHA-256): every replica has the same
 * one without another secret to keep, and what one key signs the other does not verify.
 */
export function issuerKey(identityPrivateJwk: { d: string }): IssuerKey {
  const seed = hkdfSync(
    'sha256',
    Buffer.from(identityPrivateJwk.d, 'base64url'),
    '',
    'throughline issuer v1',
    32,
  )
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, Buffer.from(seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
