import { hash } from 'node:crypto'
import { importJWK, type JWK, jwtVerify, type JWTHeaderParameters, SignJWT } from 'jose'
import { z } from 'zod'
import { unauthenticated } from '../errors/unauthenticated.ts'
import { readKeySet } from './key-set.ts'
import { verifiedIdentity } from './verified-identity.ts'
import { staffRoles, type Viewer } from './viewer.ts'
import { viewerName } from './viewer-name.ts'

/** The header (HTTP) and connection parameter (WebSocket) by which the router says on whose behalf it calls. */
export const identityHeader = 'x-throughline-identity'

const algorithm = 'EdDSA'
const audience = 'throughline-internal'
const issuer = 'throughline-router'
const maxLifetimeSec = 60
const cacheSize = 10_000
/** A viewer's token has some hundred characters; a longer one is not even hashed. */
const maxTokenChars = 8_192

const viewerClaim = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('visitor'), id: z.string().min(1), verified: verifiedIdentity.optional() }),
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
  /** Drops cached tokens, after rights were taken away: one viewer's, or all. */
  forget(viewerId?: string): void
}

export interface IdentityVerifier {
  /** @throws UNAUTHENTICATED when the token is forged, expired, too long-lived or for another audience */
  verify(token: string): Promise<Viewer>
  forget(): void
}

/**
 * Signs internal identities; only the router holds the private key.
 * @param privateJwk an Ed25519 key, as an object or its JSON; of a key set the first one signs
 * @param now milliseconds; tests set it
 */
export function createIdentitySigner(
  privateJwk: JWK | { keys: readonly JWK[] } | string,
  now: () => number = Date.now,
): IdentitySigner {
  const [{ kid, ...jwk }] = readKeySet(privateJwk)
  const key = importJWK(jwk, algorithm)
  const cache = new Map<string, { token: string; until: number; viewerId: string | undefined }>()
  return {
    async sign(viewer) {
      const name = viewerName(viewer)
      const known = cache.get(name)
      if (known && known.until > now()) return known.token
      const issuedAt = Math.floor(now() / 1_000)
      const token = await new SignJWT({ viewer: { ...viewer } })
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + maxLifetimeSec)
        .sign(await key)
      const viewerId = 'id' in viewer ? viewer.id : undefined
      remember(cache, name, { token, until: now() + (maxLifetimeSec * 1_000) / 2, viewerId })
      return token
    },
    forget(viewerId) {
      if (viewerId === undefined) cache.clear()
      else for (const [name, known] of cache) if (known.viewerId === viewerId) cache.delete(name)
    },
  }
}

/**
 * Verifies internal identities by the router's public key.
 * @param publicJwk an Ed25519 key, or a set: while the router's key changes, its old and its new one
 */
export function createIdentityVerifier(
  publicJwk: JWK | { keys: readonly JWK[] } | string,
  now: () => number = Date.now,
): IdentityVerifier {
  const keys = new Map(readKeySet(publicJwk).map(({ kid, ...jwk }) => [kid, importJWK(jwk, algorithm)]))
  /** The header chooses among our keys by name; whatever else it brings along is not looked at. */
  const keyFor = async ({ kid }: JWTHeaderParameters) => {
    const key =
      keys.get(kid ?? '') ?? (kid === undefined && keys.size === 1 ? [...keys.values()][0] : undefined)
    if (!key) throw unauthenticated()
    return key
  }
  const cache = new Map<string, { viewer: Viewer; until: number }>()
  return {
    async verify(token) {
      if (token.length > maxTokenChars) throw unauthenticated()
      const digest = hash('sha256', token, 'base64url')
      const known = cache.get(digest)
      if (known && known.until > now()) return known.viewer
      try {
        const { payload } = await jwtVerify(token, keyFor, {
          algorithms: [algorithm],
          audience,
          issuer,
          requiredClaims: ['exp', 'iat'],
          maxTokenAge: maxLifetimeSec,
          clockTolerance: 5,
          currentDate: new Date(now()),
        })
        const viewer = viewerClaim.parse(payload.viewer)
        remember(cache, digest, { viewer, until: (payload.exp ?? 0) * 1_000 })
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
