import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { VisitorViewer } from '#platform/identity/viewer.ts'
import type { Caller } from './caller.ts'
import type { Issuer, VisitorClaims } from './issuer.ts'
import type { OidcDirectory } from './oidc/oidc-directory.ts'
import type { SessionDirectory } from './session-directory.ts'
import type { VisitDirectory } from './visitor/visit-directory.ts'

/** The name of the cookie that holds a sign-in. */
export const sessionCookie = 'throughline_session'

/** Tokens of issuers have some kilobytes at most; a longer one is refused before anything reads it. */
export const maxTokenChars = 8_192

/** Tells who holds a token. */
export type Authenticate = (token: string, proof: 'cookie' | 'bearer') => Promise<Caller>

/**
 * Reads tokens, ours and those of configured issuers: a member of staff's holds only as long as its session, a visitor's as long as the visit was not ended.
 */
export function createAuthenticate(
  issuer: Issuer,
  sessions: SessionDirectory,
  visits: VisitDirectory,
  oidc: OidcDirectory,
): Authenticate {
  return async (token, proof) => {
    if (token.length > maxTokenChars) throw unauthenticated()
    // Our cookie holds tokens of our own and no others.
    const elsewhere = proof === 'bearer' ? oidc.issuerOf(token) : undefined
    if (elsewhere) return oidc.authenticate(token, elsewhere)
    const claims = await issuer.verify(token)
    const expiresAt = new Date(claims.exp * 1000)
    if (claims.kind === 'visitor') {
      const visitId = claims.vid ?? claims.sub
      // Visitors never get a cookie: one that appears in a cookie was planted there.
      if (proof === 'cookie' || (await visits.hasEnded(visitId))) throw unauthenticated()
      return { viewer: visitorOf(claims), proof, standsOn: [`visit:${visitId}`], expiresAt }
    }
    const session = await sessions.find(claims.sid)
    if (!session || session.viewer.id !== claims.sub) throw unauthenticated()
    const standsOn = [`session:${claims.sid}`, `account:${claims.sub}`] as const
    return { viewer: session.viewer, proof, sessionId: claims.sid, standsOn, expiresAt }
  }
}

const visitorOf = ({ sub, verified }: VisitorClaims): VisitorViewer => ({
  kind: 'visitor',
  id: sub,
  ...(verified ? { verified } : {}),
})
