import { createHash } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { IssuerKey } from './issuer-key.ts'

const issuerName = 'throughline'
const audience = 'throughline-front'

const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), sub: z.string(), sid: z.string(), exp: z.number() }),
  z.object({ kind: z.literal('visitor'), sub: z.string(), exp: z.number() }),
])

/** What a token of ours says. For staff the session has to be looked up: it may have ended since. */
export type TokenClaims = z.infer<typeof claims>

/** Makes and reads the tokens that people and widgets hold (EdDSA). */
export interface Issuer {
  /** @param expiresAt cut to whole seconds */
  issueStaff(accountId: string, sessionId: string, expiresAt: Date): Promise<string>
  issueVisitor(visitorId: string, expiresAt: Date): Promise<string>
  /** @throws UNAUTHENTICATED for a token that is not ours, or no longer */
  verify(token: string): Promise<TokenClaims>
}

export function createIssuer({ privateKey, publicKey }: IssuerKey, now: () => Date): Issuer {
  // Checking a signature costs 0.1 ms and more; the same tokens come again and again.
  const verified = new BoundedCache<TokenClaims>(20_000)

  const issue = (payload: Record<string, string>, subject: string, expiresAt: Date) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(issuerName)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(now())
      .setExpirationTime(expiresAt)
      .sign(privateKey)

  return {
    issueStaff: (accountId, sessionId, expiresAt) =>
      issue({ kind: 'staff', sid: sessionId }, accountId, expiresAt),
    issueVisitor: (visitorId, expiresAt) => issue({ kind: 'visitor' }, visitorId, expiresAt),

    async verify(token) {
      const key = createHash('sha256').update(token).digest('base64url')
      const known = verified.get(key)
      if (known) {
        if (known.exp * 1000 > now().getTime()) return known
        throw unauthenticated()
      }
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: ['EdDSA'],
          issuer: issuerName,
          audience,
          currentDate: now(),
        })
        const read = claims.parse(payload)
        verified.set(key, read)
        return read
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw unauthenticated()
        throw error
      }
    },
  }
}
