import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { originRefused, userTokenRefused } from '../errors.ts'
import type { Identity } from '../identity.ts'
import type { VisitorClaims } from '../issuer.ts'
import { limitRate } from '../rate-limit.ts'
import { lastToken, newVisit, openVisit } from '../visitor/open-visit.ts'
import { createUserTokens } from '../visitor/verify-user-token.ts'
import { isWidgetOrigin } from '../widget-origin.ts'
import { callerOf } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const visit = z.object({
  account: z.string().min(1).max(100).default('main'),
  /** What the page that embeds the widget has signed about its user. */
  userToken: z.string().min(1).max(10_000).optional(),
})

type Config = Pick<RouterConfig, 'PUBLIC_URL' | 'WIDGET_ORIGINS' | 'VISITOR_TOKENS_PER_MINUTE'>

/** `/auth/visitor`: gives a widget its bearer token, renews it, and forgets the visitor on this device. */
export function visitorRoutes(app: FastifyInstance, identity: Identity, config: Config): void {
  const verify = createUserTokens(identity.ctx)
  const refuseCrowd = async (request: FastifyRequest) => {
    if (!isWidgetOrigin(request.headers, config)) throw originRefused()
    await limitRate(identity.ctx, 'visitor', request.ip, config.VISITOR_TOKENS_PER_MINUTE)
  }
  /** The claims of a visit that goes on. */
  const claimsOf = async (request: FastifyRequest): Promise<VisitorClaims> => {
    const { viewer, proof } = await callerOf(request, identity.authenticate)
    if (viewer.kind !== 'visitor' || proof !== 'bearer') throw unauthenticated()
    const token = request.headers.authorization?.split(/ +/)[1] ?? ''
    return (await identity.issuer.verify(token)) as VisitorClaims
  }

  // The account is only checked for its form where nothing is proved: such tokens hold on all.
  app.post('/auth/visitor', async (request) => {
    await refuseCrowd(request)
    const { account, userToken } = parseBody(visit, request.body)
    // A page that says who its user is wants that user or nobody: no quiet step back to an unknown visitor.
    const verified = userToken === undefined ? undefined : await verify(account, userToken)
    return openVisit(identity, newVisit(account, verified))
  })

  app.post('/auth/visitor/renew', async (request) => {
    await refuseCrowd(request)
    const { sub: visitorId, vid: visitId = visitorId, verified } = await claimsOf(request)
    if (verified)
      throw userTokenRefused({ reason: 'the visit of a verified user is renewed by a new userToken' })
    return openVisit(identity, { visitorId, visitId })
  })

  app.post('/auth/visitor/sign-out', async (request, reply) => {
    if (!isWidgetOrigin(request.headers, config)) throw originRefused()
    const { sub, vid = sub } = await claimsOf(request)
    await identity.visits.end(vid, lastToken(identity.ctx.now()))
    return reply.code(204).send()
  })
}
