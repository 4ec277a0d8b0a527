import { hash } from 'node:crypto'
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { verifiedIdentity, type VerifiedIdentity } from '#platform/identity/verified-identity.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { IssuerKey } from './issuer-key.ts'
import { idOf, type Subject } from './subject.ts'

/** Who signs our own tokens; no configured issuer can have this name, which is not an address. */
export const issuerName = 'throughline'
const audience = 'throughline-front'

const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), sub: z.string(), sid: z.string(), exp: z.number() }),
  z.object({
    kind: z.literal('visitor'),
    sub: z.string(),
    /** The visit: this token and those that renew it. Tokens of before had none. */
    vid: z.string().optional(),
    /** What the page that embeds the widget has proved of its user. */
    verified: verifiedIdentity.optional(),
    exp: z.number(),
  }),
])

/** What a token of ours says. For staff the session has to be looked up: it may have ended since. */
export type TokenClaims = z.infer<typeof claims>
export type VisitorClaims = Extract<TokenClaims, { kind: 'visitor' }>

export interface Visit {
  visitorId: string
  visitId: string
  verified?: VerifiedIdentity | undefined
}

/** Makes and reads the tokens that people and widgets hold (EdDSA). */
export interface Issuer {
  /** @param expiresAt cut to whole seconds */
  issueStaff(accountId: string, sessionId: string, expiresAt: Date): Promise<string>
  issueVisitor(visit: Visit, expiresAt: Date): Promise<string>
  /** @throws UNAUTHENTICATED for a token that is not ours, or no longer */
  verify(token: string): Promise<TokenClaims>
  /** The session of a token that may have expired: enough to end it, for nothing else. */
  sessionToEnd(token: string): Promise<string | undefined>
  /** Drops what is known of tokens that stand on this. */
  forget(subject: Subject): void
}

/** @param keys the first one signs; tokens of the others hold until they expire */
export function createIssuer(keys: readonly IssuerKey[], now: () => Date): Issuer {
  const [current] = keys
  if (!current) throw new TypeError('an issuer needs a key')
  const byKid = new Map(keys.map((key) => [key.kid, key]))
  // Checking a signature costs 0.1 ms and more; the same tokens come again and again.
  const verified = new BoundedCache<TokenClaims>(20_000)

  const issue = (payload: Record<string, unknown>, subject: string, expiresAt: Date) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: current.kid })
      .setIssuer(issuerName)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(now())
      .setExpirationTime(expiresAt)
      .sign(current.privateKey)

  /** Only keys of ours, whatever the header brings along. */
  const keyFor = ({ kid }: JWTHeaderParameters) => {
    const key = kid === undefined ? current : byKid.get(kid)
    if (!key) throw unauthenticated()
    return key.publicKey
  }

  const read = async (token: string, currentDate: Date): Promise<TokenClaims> => {
    try {
      const options = { algorithms: ['EdDSA'], issuer: issuerName, audience, currentDate }
      const { payload } = await jwtVerify(token, keyFor, options)
      return claims.parse(payload)
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw unauthenticated()
      throw error
    }
  }

  return {
    issueStaff: (accountId, sessionId, expiresAt) =>
      issue({ kind: 'staff', sid: sessionId }, accountId, expiresAt),
    issueVisitor: ({ visitorId, visitId: vid, verified: proved }, expiresAt) =>
      issue({ kind: 'visitor', vid, ...(proved ? { verified: proved } : {}) }, visitorId, expiresAt),

    async verify(token) {
      const key = hash('sha256', token, 'base64url')
      const known = verified.get(key)
      if (known) {
        if (known.exp * 1000 > now().getTime()) return known
        throw unauthenticated()
      }
      const fresh = await read(token, now())
      verified.set(key, fresh)
      return fresh
    },

    async sessionToEnd(token) {
      try {
        const ended = await read(token, new Date(0))
        return ended.kind === 'staff' ? ended.sid : undefined
      } catch {
        return undefined
      }
    },

    forget(subject) {
      const id = idOf(subject)
      verified.deleteWhere((known) =>
        known.kind === 'staff' ? known.sid === id || known.sub === id : (known.vid ?? known.sub) === id,
      )
    },
  }
}
