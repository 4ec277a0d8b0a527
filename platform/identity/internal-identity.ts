import { createHash } from 'node:crypto'
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { unauthenticated } from '../errors/unauthenticated.ts'
import { staffRoles, type Viewer } from './viewer.ts'

/** The header (HTTP) and connection parameter (WebSocket) by which the router says on whose behalf it calls. */
export const identityHeader = 'x-throughline-identity'

const algorithm = 'EdDSA'
const audience = 'throughline-internal'
const issuer = 'throughline-router'
const maxLifetimeSec = 60
const cacheSize = 10_000

const viewerClaim = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('visitor'), id: z.string().min(1) }),
  z.object({
    kind: z.literal('staff'),
    id: z.string().min(1),
    name: z.string(),
    roles: z.array(z.enum(staffRoles)),
  }),
  z.object({ kind: z.literal('partner'), id: z.string().min(1), scopes: z.array(z.string()) }),
  z.object({ kind: z.literal('service'), id: z.string().min(1) }),
])

export interface IdentitySigner {
  /** A token that says for at most a minute who the viewer is; the same one again while half of its life is left. */
  sign(viewer: Viewer): Promise<string>
  /** Drops cached tokens, after rights were taken away. */
  forget(): void
}

export interface IdentityVerifier {
  /** @throws UNAUTHENTICATED when the token is forged, expired, too long-lived or for another audience */
  verify(token: string): Promise<Viewer>
  forget(): void
}

/**
 * Signs internal identities; only the router holds the private key.
 * @param privateJwk an Ed25519 key, as an object or its JSON
 * @param now milliseconds; tests set it
 */
export function createIdentitySigner(privateJwk: JWK | string, now: () => number = Date.now): IdentitySigner {
  const key = importJWK(asJwk(privateJwk), algorithm)
  const cache = new Map<string, { token: string; until: number }>()
  return {
    async sign(viewer) {
      const name = JSON.stringify(viewer)
      const known = cache.get(name)
      if (known && known.until > now()) return known.token
      const issuedAt = Math.floor(now() / 1_000)
      const token = await new SignJWT({ viewer: { ...viewer } })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + maxLifetimeSec)
        .sign(await key)
      remember(cache, name, { token, until: now() + (maxLifetimeSec * 1_000) / 2 })
      return token
    },
    forget: () => cache.clear(),
  }
}

/** Verifies internal identities by the router's public key. */
export function createIdentityVerifier(
  publicJwk: JWK | string,
  now: () => number = Date.now,
): IdentityVerifier {
  const key = importJWK(asJwk(publicJwk), algorithm)
  const cache = new Map<string, { viewer: Viewer; until: number }>()
  return {
    async verify(token) {
      const hash = createHash('sha256').update(token).digest('base64')
      const known = cache.get(hash)
      if (known && known.until > now()) return known.viewer
      try {
        const { payload } = await jwtVerify(token, await key, {
          algorithms: [algorithm],
          audience,
          issuer,
          requiredClaims: ['exp', 'iat'],
          maxTokenAge: maxLifetimeSec,
          clockTolerance: 5,
          currentDate: new Date(now()),
        })
        const viewer = viewerClaim.parse(payload.viewer)
        remember(cache, hash, { viewer, until: (payload.exp ?? 0) * 1_000 })
        return viewer
      } catch {
        // Which check failed is of use only to an attacker.
        throw unauthenticated()
      }
    },
    forget: () => cache.clear(),
  }
}

/** Keeps the newest entries; the oldest goes first. */
function remember<V>(cache: Map<string, V>, key: string, value: V): void {
  cache.delete(key)
  cache.set(key, value)
  if (cache.size <= cacheSize) return
  for (const oldest of cache.keys()) {
    cache.delete(oldest)
    return
  }
}

function asJwk(jwk: JWK | string): JWK {
  return typeof jwk === 'string' ? (JSON.parse(jwk) as JWK) : jwk
}
