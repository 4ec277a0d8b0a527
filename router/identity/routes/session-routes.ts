import '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { accountShown } from '../account-shown.ts'
import { type AccountRow, Accounts } from '../accounts.ts'
import { sessionCookie } from '../authenticate.ts'
import { endSessions } from '../end-sessions.ts'
import { sessionEnded } from '../errors.ts'
import type { Identity } from '../identity.ts'
import { limitRate } from '../rate-limit.ts'
import { refreshSession } from '../refresh-session.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { signIn } from '../sign-in.ts'
import { callerOf } from './caller-of.ts'
import { parseBody } from './parse-body.ts'
import { refreshCookie, sessionCookies } from './session-cookies.ts'
import { signedInAnswer } from './signed-in-answer.ts'

const credentials = z.object({
  email: z.string().trim().toLowerCase().min(3).max(320),
  password: z.string().min(1).max(1_000),
})
const flag = z.enum(['true', 'false']).default('false')
const wantsToken = z.object({ token: flag })
const wantsEverywhere = z.object({ everywhere: flag })
const heldToken = z.object({ refreshToken: z.string().max(200).optional() })

type Config = Pick<RouterConfig, 'PUBLIC_URL' | 'SIGN_INS_PER_MINUTE'>

/** What arrives by form or cookie could have been sent by a foreign page. */
const byCookie = { viewer: { kind: 'anonymous' }, proof: 'cookie' } as const

/** `/auth/sign-in`, `/auth/refresh`, `/auth/sign-out`, `/auth/me`. */
export function sessionRoutes(app: FastifyInstance, identity: Identity, config: Config): void {
  const cookies = sessionCookies(config.PUBLIC_URL)
  const refuseForeign = ({ headers }: FastifyRequest) =>
    refuseForgery(byCookie, headers, config.PUBLIC_URL, true)

  app.post('/auth/sign-in', async (request, reply) => {
    // A foreign page must not sign a person in under an account of its choice.
    if (request.headers.origin !== undefined) refuseForeign(request)
    await limitRate(identity.ctx, 'sign-in', request.ip, config.SIGN_INS_PER_MINUTE)
    const { token } = parseBody(wantsToken, request.query)
    const input = parseBody(credentials, request.body)
    const place = { address: request.ip, userAgent: request.headers['user-agent'] }
    const signedIn = await signIn(identity, input, place)
    cookies.set(reply, signedIn)
    return signedInAnswer(signedIn, token === 'true')
  })

  app.post('/auth/refresh', async (request, reply) => {
    const { refreshToken: held } = parseBody(heldToken, request.body)
    const cookie = request.cookies[refreshCookie]
    if (held === undefined) refuseForeign(request)
    try {
      const signedIn = await refreshSession(identity, held ?? cookie ?? '')
      if (held === undefined) cookies.set(reply, signedIn)
      return signedInAnswer(signedIn, held !== undefined)
    } catch (error) {
      if (held === undefined && (error as { code?: unknown }).code === sessionEnded().code)
        cookies.clear(reply)
      throw error
    }
  })

  app.post('/auth/sign-out', async (request, reply) => {
    const { everywhere } = parseBody(wantsEverywhere, request.query)
    const held = request.headers.authorization
    const caller = await callerOf(request, identity.authenticate).catch(() => undefined)
    if (everywhere === 'true') {
      if (caller?.viewer.kind !== 'staff') throw unauthenticated()
      refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
      await endSessions(identity, { accountId: caller.viewer.id })
    } else {
      // Also with a token that has expired: its session has not.
      const token = held ? /^Bearer +(\S+)$/i.exec(held)?.[1] : request.cookies[sessionCookie]
      const sessionId = caller?.sessionId ?? (token && (await identity.issuer.sessionToEnd(token)))
      if (sessionId) {
        if (!held) refuseForeign(request)
        await endSessions(identity, { _id: sessionId })
      }
    }
    cookies.clear(reply)
    return reply.code(204).send()
  })

  app.get('/auth/me', async (request) => {
    const { viewer, sessionId, expiresAt } = await callerOf(request, identity.authenticate)
    if (viewer.kind !== 'staff') throw unauthenticated()
    const session = sessionId ? await identity.sessions.find(sessionId) : undefined
    if (session) {
      return {
        account: accountShown(session.account),
        expiresAt: session.expiresAt,
        tokenExpiresAt: expiresAt,
      }
    }
    // By a token of another issuer, which also names the roles.
    const account = await Accounts(identity.ctx.db).findById(viewer.id).lean<AccountRow>()
    if (!account || sessionId) throw unauthenticated()
    return {
      account: { ...accountShown(account), roles: viewer.roles },
      expiresAt,
      tokenExpiresAt: expiresAt,
    }
  })
}
