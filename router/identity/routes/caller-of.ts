import '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { forbidden } from '#platform/errors/forbidden.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { StaffRole, StaffViewer } from '#platform/identity/viewer.ts'
import { type Authenticate, sessionCookie } from '../authenticate.ts'
import { anonymousCaller, type Caller } from '../caller.ts'

/**
 * Who sent an HTTP request: by its bearer token, else by its cookie, else nobody.
 * @throws UNAUTHENTICATED when there is a proof that does not hold
 */
export async function callerOf(request: FastifyRequest, authenticate: Authenticate): Promise<Caller> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (!token) throw unauthenticated()
    return authenticate(token, 'bearer')
  }
  const cookie = request.cookies[sessionCookie]
  return cookie ? authenticate(cookie, 'cookie') : anonymousCaller
}

/**
 * The caller as staff that holds the role.
 * @throws UNAUTHENTICATED for nobody, FORBIDDEN for any other
 */
export function staffWith(caller: Caller, role: StaffRole): StaffViewer {
  if (caller.viewer.kind === 'anonymous') throw unauthenticated()
  if (caller.viewer.kind !== 'staff' || !caller.viewer.roles.includes(role))
    throw forbidden({ needs: [role] })
  return caller.viewer
}
