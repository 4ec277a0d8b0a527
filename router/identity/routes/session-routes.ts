import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import type { AccountRow } from '../accounts.ts'
import { sessionCookie } from '../authenticate.ts'
import type { Identity } from '../identity.ts'
import { limitRate } from '../rate-limit.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { signIn } from '../sign-in.ts'
import { signOut } from '../sign-out.ts'
import { callerOf } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const credentials = z.object({
  email: z.string().trim().toLowerCase().min(3).max(320),
  password: z.string().min(1).max(1_000),
})

const wantsToken = z.object({ token: z.enum(['true', 'false']).default('false') })

type Config = Pick<RouterConfig, 'PUBLIC_URL' | 'SIGN_INS_PER_MINUTE'>

const shown = ({ _id: id, email, name, roles }: Pick<AccountRow, '_id' | 'email' | 'name' | 'roles'>) => ({
  id,
  email,
  name,
  roles,
})

/** `/auth/sign-in`, `/auth/sign-out`, `/auth/me`. */
export function sessionRoutes(app: FastifyInstance, identity: Identity, config: Config): void {
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
  } as const

  app.post('/auth/sign-in', async (request, reply) => {
    // A foreign page must not sign a person in under an account of its choice.
    const fromForm = { viewer: { kind: 'anonymous' }, proof: 'cookie' } as const
    if (request.headers.origin !== undefined)
      refuseForgery(fromForm, request.headers, config.PUBLIC_URL, true)
    await limitRate(identity.ctx, 'sign-in', request.ip, config.SIGN_INS_PER_MINUTE)
    const { token: give } = parseBody(wantsToken, request.query)
    const input = parseBody(credentials, request.body)
    const { account, token, expiresAt } = await signIn(identity.ctx, identity.issuer, input)
    reply.setCookie(sessionCookie, token, { ...cookie, expires: expiresAt })
    return { account: shown(account), expiresAt, ...(give === 'true' ? { token } : {}) }
  })

  app.post('/auth/sign-out', async (request, reply) => {
    const caller = await callerOf(request, identity.authenticate).catch(() => undefined)
    if (caller?.sessionId) {
      refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
      await signOut(identity.ctx, identity.revocations, caller.sessionId)
    }
    return reply.clearCookie(sessionCookie, cookie).code(204).send()
  })

  app.get('/auth/me', async (request) => {
    const caller = await callerOf(request, identity.authenticate)
    const session = caller.sessionId ? await identity.sessions.find(caller.sessionId) : undefined
    if (!session) throw unauthenticated()
    return { account: shown(session.account), expiresAt: session.expiresAt }
  })
}
