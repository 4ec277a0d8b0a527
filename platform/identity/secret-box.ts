import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/** Seals what must be unreadable at rest: AES-256-GCM with a random nonce. */
export interface SecretBox {
  /**
   * @param context what the sealed bytes belong to (`raw-payload/<id>`): they open in this place only
   */
  seal(plain: string | Uint8Array, context: string): Buffer
  /** @throws Error when key, context or bytes are not those that were sealed */
  open(sealed: Uint8Array, context: string): Buffer
}

const format = 1
const nonceBytes = 12
const tagBytes = 16

/** @param secretsKey 32 bytes in base64: `SECRETS_KEY` */
export function createSecretBox(secretsKey: string): SecretBox {
  const secret = Buffer.from(secretsKey, 'base64')
  if (secret.length !== 32) throw new TypeError('SECRETS_KEY has to be 32 bytes in base64')
  // Prepared once: from bytes each call would make the key anew, which costs as much as sealing a message.
  const key = createSecretKey(secret)
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed)
      const bodyAt = 1 + nonceBytes + tagBytes
      if (bytes[0] !== format || bytes.length < bodyAt) throw new Error('these are not sealed bytes')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceBytes), {
        authTagLength: tagBytes,
      }).setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(1 + nonceBytes, bodyAt))
      return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()])
    },
  }
}
