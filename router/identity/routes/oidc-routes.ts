import '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '#platform/errors/not-found.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import type { Identity } from '../identity.ts'
import { beginSignIn, finishSignIn } from '../oidc/browser-sign-in.ts'
import type { KnownIssuer } from '../oidc/oidc-directory.ts'
import { pendingMs } from '../oidc/pending-sign-ins.ts'
import { returnTo } from '../oidc/return-to.ts'
import { limitRate } from '../rate-limit.ts'
import { parseBody } from './parse-body.ts'
import { sessionCookies } from './session-cookies.ts'

const single = z.string().max(4_096).optional()
const asked = z.object({ returnTo: single })
const answered = z.object({ state: z.string().min(1).max(200), code: single, iss: single, error: single })

type OfIssuer = { Params: { name: string } }

/** One cookie for each sign-in that has begun: those of two tabs do not disturb each other. */
const cookieOf = (state: string) => `throughline_oidc_${state.slice(0, 12)}`

/** `/auth/oidc`: sign-in by browser at the configured issuers. */
export function oidcRoutes(
  app: FastifyInstance,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'SIGN_INS_PER_MINUTE'>,
): void {
  const cookies = sessionCookies(config.PUBLIC_URL)
  const withBrowser = [...identity.oidc.byName.values()].filter((one) => one.config.clientId !== undefined)
  const issuerNamed = (name: string): KnownIssuer => {
    const found = withBrowser.find((one) => one.config.name === name)
    if (!found) throw notFound({ kind: 'Issuer', id: name })
    return found
  }
  const pathOf = (name: string) => `/auth/oidc/${name}`
  const ownAddress = (request: FastifyRequest) => config.PUBLIC_URL ?? `${request.protocol}://${request.host}`
  const pendingCookie = (name: string) =>
    ({
      path: pathOf(name),
      httpOnly: true,
      // Strict would not come back with the issuer's redirect.
      sameSite: 'lax',
      secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
    }) as const

  app.get('/auth/oidc', async () => ({
    issuers: withBrowser.map(({ config: { name, title } }) => ({
      name,
      title: title ?? name,
      start: `${pathOf(name)}/start`,
    })),
  }))

  app.get<OfIssuer>('/auth/oidc/:name/start', async (request, reply) => {
    const { name } = request.params
    const issuer = issuerNamed(name)
    await limitRate(identity.ctx, 'oidc', request.ip, config.SIGN_INS_PER_MINUTE)
    const target = returnTo(parseBody(asked, request.query).returnTo)
    const redirectUri = new URL(`${pathOf(name)}/callback`, ownAddress(request)).href
    const { address, state, browser } = await beginSignIn(identity, issuer, redirectUri, target)
    reply.setCookie(cookieOf(state), browser, { ...pendingCookie(name), maxAge: pendingMs / 1_000 })
    return reply.header('cache-control', 'no-store').redirect(address.href, 303)
  })

  app.get<OfIssuer>('/auth/oidc/:name/callback', async (request, reply) => {
    const { name } = request.params
    const issuer = issuerNamed(name)
    const answer = parseBody(answered, request.query)
    const browser = request.cookies[cookieOf(answer.state)] ?? ''
    reply.clearCookie(cookieOf(answer.state), pendingCookie(name))
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    const place = { address: request.ip, userAgent: request.headers['user-agent'] }
    const { signedIn, returnTo: target } = await finishSignIn(identity, issuer, answer, browser, place)
    cookies.set(reply, signedIn)
    return reply.redirect(target, 303)
  })
}
