import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newId } from '#platform/ids/new-id.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { originRefused } from '../errors.ts'
import type { Identity } from '../identity.ts'
import { limitRate } from '../rate-limit.ts'
import { isWidgetOrigin } from '../widget-origin.ts'
import { parseBody } from './parse-body.ts'

/** How long a visitor can come back to the same conversation. */
const lifetimeMs = 30 * 24 * 60 * 60_000

const visit = z.object({ account: z.string().min(1).max(100).optional() })

/** `/auth/visitor`: gives a widget its bearer token. The account is only checked for its form: tokens hold on all. */
export function visitorRoutes(
  app: FastifyInstance,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'WIDGET_ORIGINS' | 'VISITOR_TOKENS_PER_MINUTE'>,
): void {
  app.post('/auth/visitor', async (request) => {
    if (!isWidgetOrigin(request.headers, config)) throw originRefused()
    await limitRate(identity.ctx, 'visitor', request.ip, config.VISITOR_TOKENS_PER_MINUTE)
    parseBody(visit, request.body)
    const visitorId = newId()
    const expiresAt = new Date(identity.ctx.now().getTime() + lifetimeMs)
    return {
      token: await identity.issuer.issueVisitor({ visitorId, visitId: visitorId }, expiresAt),
      visitorId,
      expiresAt,
    }
  })
}
