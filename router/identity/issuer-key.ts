import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'

/** PKCS #8 of an Ed25519 private key up to its 32-byte seed (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** What signs sessions and visitor tokens, and what makes refresh tokens. */
export interface IssuerKey {
  /** Named in each token's header, so that an older key can still be told from the newer one. */
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
  /** 32 bytes for HMAC-SHA-256. */
  refreshSecret: Buffer
}

/**
 * Derives the issuer's keys from the internal identity's private key (HKDF-SHA-256): every replica has the same ones
 * without another secret to keep, and what one key signs the other does not verify.
 */
export function issuerKey({ d, kid }: { d: string; kid: string }): IssuerKey {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', purpose, 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, derive('throughline issuer v1')]),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    kid,
    privateKey,
    publicKey: createPublicKey(privateKey),
    refreshSecret: derive('throughline refresh v1'),
  }
}
