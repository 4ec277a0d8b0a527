import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from '#platform/metrics/create-metrics.ts'
import type { RequestSpan, Tracing } from '#platform/server/tracing.ts'

const spans = new WeakMap<FastifyRequest, RequestSpan>()

/** The trace context for what this request asks of subgraphs. */
export function traceparentOf(request: FastifyRequest): string | undefined {
  return spans.get(request)?.traceparent
}

/**
 * One log line, one measurement and one span for each answer: by the route's pattern and not its address, because
 * addresses hold queries, accounts and tokens. Gives the request's id back in `x-request-id`.
 */
export function observe(
  app: FastifyInstance,
  log: Logger,
  metrics: Pick<Metrics, 'httpSeconds'>,
  tracing: Tracing,
): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const { traceparent } = request.headers
    const name = `${request.method} ${request.routeOptions.url ?? 'none'}`
    spans.set(request, tracing.request(name, typeof traceparent === 'string' ? traceparent : undefined))
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    metrics.httpSeconds.observe({ method, route, status: String(status) }, reply.elapsedTime / 1000)
    spans.get(request)?.end(status)
    const line = { requestId: request.id, method, route, status, durationMs: Math.round(reply.elapsedTime) }
    if (status >= 500) log.warn(line, 'answered')
    else log.info(line, 'answered')
  })
}
