import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Caller } from './caller.ts'
import type { Issuer } from './issuer.ts'
import type { SessionDirectory } from './session-directory.ts'

/** The name of the cookie that holds a sign-in. */
export const sessionCookie = 'throughline_session'

/** Tells who holds a token. */
export type Authenticate = (token: string, proof: 'cookie' | 'bearer') => Promise<Caller>

/**
 * Reads tokens of this issuer: a visitor's holds by itself, a member of staff's only as long as its session.
 */
export function createAuthenticate(issuer: Issuer, sessions: SessionDirectory): Authenticate {
  return async (token, proof) => {
    const claims = await issuer.verify(token)
    const expiresAt = new Date(claims.exp * 1000)
    if (claims.kind === 'visitor') {
      // Visitors never get a cookie: one that appears in a cookie was planted there.
      if (proof === 'cookie') throw unauthenticated()
      return { viewer: { kind: 'visitor', id: claims.sub }, proof, expiresAt }
    }
    const session = await sessions.find(claims.sid)
    if (!session || session.viewer.id !== claims.sub) throw unauthenticated()
    return { viewer: session.viewer, proof, sessionId: claims.sid, expiresAt }
  }
}
