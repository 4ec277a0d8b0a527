import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { RequestSpan, Tracing } from './tracing.ts'

/** Times, traces and logs every HTTP request, and gives its id back in `x-request-id`. */
export function observeRequests(app: FastifyInstance, metrics: Metrics, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>()

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const { traceparent } = request.headers
    spans.set(
      request,
      tracing.request(
        `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
        typeof traceparent === 'string' ? traceparent : undefined,
      ),
    )
  })

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    // The route's pattern, never the path: that would make a metric of every id.
    const route = request.routeOptions.url ?? 'unknown'
    const status = reply.statusCode
    metrics.httpSeconds.with(method, route, String(status)).observe(reply.elapsedTime / 1_000)
    spans.get(request)?.end(status)
    request.log.debug({ method, route, status, durationMs: Math.round(reply.elapsedTime) }, 'answered')
  })
}
