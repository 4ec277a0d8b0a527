import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from '#platform/metrics/create-metrics.ts'

/**
 * One line and one measurement for each answer: the route's pattern and not its address, because addresses hold
 * queries, accounts and tokens.
 */
export function accessLog(app: FastifyInstance, log: Logger, metrics: Pick<Metrics, 'httpSeconds'>): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const line = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    }
    metrics.httpSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode >= 500) log.warn(line, 'answered')
    else log.info(line, 'answered')
  })
}
