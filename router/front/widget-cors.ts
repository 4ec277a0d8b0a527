import type { FastifyInstance } from 'fastify'
import { isWidgetOrigin } from '../identity/widget-origin.ts'
import type { RouterConfig } from './router-config.ts'

const open = /^\/(?:graphql|auth\/visitor(?:\/[a-z-]+)?)(?:$|\?)/

/**
 * Lets the pages that embed the widget call its two doors from their own origin. Never with credentials: a browser
 * sends no cookie along and could not read the answer if it did.
 */
export function widgetCors(
  app: FastifyInstance,
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'WIDGET_ORIGINS'>,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (origin === undefined || !open.test(request.url)) return
    reply.header('vary', 'Origin')
    if (!isWidgetOrigin(request.headers, config)) return
    reply.header('access-control-allow-origin', origin)
    reply.header('access-control-expose-headers', 'x-request-id')
    if (request.method !== 'OPTIONS') return
    return reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'content-type, authorization, last-event-id, x-request-id')
      .header('access-control-max-age', '600')
      .code(204)
      .send()
  })
}
