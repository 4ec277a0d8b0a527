import '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import { sessionCookie } from '../authenticate.ts'
import type { SignedIn } from '../session-tokens.ts'

/** The name of the cookie that holds a refresh token; it travels to `/auth/refresh` only. */
export const refreshCookie = 'throughline_refresh'

const refreshPath = '/auth/refresh'

/** The two cookies of a sign-in: scripts cannot read them and other sites do not send them. */
export interface SessionCookies {
  set(reply: FastifyReply, signedIn: SignedIn): void
  clear(reply: FastifyReply): void
}

/** @param publicUrl with https the cookies travel over nothing else */
export function sessionCookies(publicUrl: string | undefined): SessionCookies {
  const base = {
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl?.startsWith('https:') ?? false,
  } as const
  return {
    set(reply, { token, refreshToken, expiresAt }) {
      // The first cookie outlives its token, which says itself how long it holds: signing out still finds the session.
      reply.setCookie(sessionCookie, token, { ...base, path: '/', expires: expiresAt })
      reply.setCookie(refreshCookie, refreshToken, { ...base, path: refreshPath, expires: expiresAt })
    },
    clear(reply) {
      reply.clearCookie(sessionCookie, { ...base, path: '/' })
      reply.clearCookie(refreshCookie, { ...base, path: refreshPath })
    },
  }
}
