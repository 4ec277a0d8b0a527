import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { keepSecret } from '../stores/keep-secret.ts'

const ed25519Jwk = z.object({ kty: z.string(), crv: z.string(), x: z.string(), d: z.string() })

/** What the parts share and nobody else may know; made at the first start and kept with the data. */
export interface SystemSecrets {
  identityPublicJwk: string
  identityPrivateJwk: string
  secretsKey: string
}

/** Reads the secrets of a data folder, making them at the first time; the files are readable by their owner alone. */
export function systemSecrets(dataDir: string): SystemSecrets {
  const identityPrivateJwk = keepSecret(join(dataDir, 'identity-key.json'), () =>
    JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
  )
  const { d: _private, ...publicJwk } = ed25519Jwk.parse(JSON.parse(identityPrivateJwk))
  return {
    identityPrivateJwk,
    identityPublicJwk: JSON.stringify(publicJwk),
    secretsKey: keepSecret(join(dataDir, 'secrets-key'), () => randomBytes(32).toString('base64')),
  }
}
