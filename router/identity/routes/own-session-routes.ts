import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '#platform/errors/not-found.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { StaffViewer } from '#platform/identity/viewer.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import type { Caller } from '../caller.ts'
import { changePassword } from '../change-password.ts'
import { endSessions } from '../end-sessions.ts'
import type { Identity } from '../identity.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { type StaffSessionRow, StaffSessions } from '../staff-sessions.ts'
import { callerOf } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const maxListed = 100
const passwords = z.object({
  currentPassword: z.string().min(1).max(1_000),
  newPassword: z.string().max(1_000),
})

/** `/auth/sessions`, `/auth/password`: what people see and change of their own sign-ins. */
export function ownSessionRoutes(
  app: FastifyInstance,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): void {
  const staffOf = async (request: FastifyRequest, changes: boolean) => {
    const caller: Caller = await callerOf(request, identity.authenticate)
    if (caller.viewer.kind !== 'staff') throw unauthenticated()
    refuseForgery(caller, request.headers, config.PUBLIC_URL, changes)
    return { viewer: caller.viewer satisfies StaffViewer, sessionId: caller.sessionId }
  }

  app.get('/auth/sessions', async (request) => {
    const { viewer, sessionId } = await staffOf(request, false)
    const rows = await StaffSessions(identity.ctx.db)
      .find({ accountId: viewer.id, expiresAt: { $gt: identity.ctx.now() } })
      .sort({ _id: -1 })
      .limit(maxListed)
      .lean<StaffSessionRow[]>()
    return {
      sessions: rows.map(({ _id: id, createdAt, lastSeenAt, expiresAt, address, userAgent }) => ({
        id,
        current: id === sessionId,
        createdAt,
        lastSeenAt: lastSeenAt ?? createdAt,
        expiresAt,
        address,
        userAgent,
      })),
    }
  })

  app.post<{ Params: { id: string } }>('/auth/sessions/:id/sign-out', async (request, reply) => {
    const { viewer } = await staffOf(request, true)
    const { id } = request.params
    // Somebody else's session is one that is not there.
    if ((await endSessions(identity, { _id: id, accountId: viewer.id })) === 0)
      throw notFound({ kind: 'Session', id })
    return reply.code(204).send()
  })

  app.post('/auth/password', async (request, reply) => {
    const { viewer, sessionId } = await staffOf(request, true)
    if (!sessionId) throw unauthenticated()
    const given = parseBody(passwords, request.body)
    await changePassword(identity, { ...given, accountId: viewer.id, sessionId, address: request.ip })
    return reply.code(204).send()
  })
}
