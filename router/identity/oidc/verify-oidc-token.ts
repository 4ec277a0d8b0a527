import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { maxTokenChars } from '../authenticate.ts'
import { readUnverified } from '../jwt/read-unverified.ts'
import type { OidcIssuer } from './oidc-issuers.ts'

/** How far an issuer's clock may be off. */
const toleranceSec = 30
/** A token that lives longer is no proof of a present sign-in. */
const maxLifetimeSec = 24 * 60 * 60

/** A verified token's claims that everything else needs. */
export interface OidcClaims extends JWTPayload {
  sub: string
  iat: number
  exp: number
}

export interface OidcVerification {
  audience: string[]
  /** Programs for which the token may have been made. */
  parties: readonly string[]
  /** An ID token for several audiences has to name the program that it is for (OpenID Connect Core 1.0, 3.1.3.7). */
  partyNeeded: boolean
}

/**
 * Verifies a token of an issuer by the keys that the issuer itself publishes.
 * @throws UNAUTHENTICATED; ISSUER_UNAVAILABLE when there are no keys to check it with
 */
export async function verifyOidcToken(
  token: string,
  { issuer, algorithms }: OidcIssuer,
  keys: JWTVerifyGetKey,
  now: Date,
  { audience, parties, partyNeeded }: OidcVerification,
): Promise<OidcClaims> {
  if (!readUnverified(token, maxTokenChars)) throw unauthenticated()
  let payload: JWTPayload
  try {
    const verified = await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      clockTolerance: toleranceSec,
      currentDate: now,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    payload = verified.payload
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw unauthenticated()
    throw error
  }
  const { sub, iat, exp, aud, azp } = payload
  const stands =
    typeof sub === 'string' &&
    sub.length > 0 &&
    sub.length <= 255 &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    iat <= now.getTime() / 1_000 + toleranceSec &&
    exp - iat <= maxLifetimeSec &&
    (azp === undefined
      ? !(partyNeeded && Array.isArray(aud) && aud.length > 1)
      : typeof azp === 'string' && parties.includes(azp))
  if (!stands) throw unauthenticated()
  return { ...payload, sub, iat, exp }
}
