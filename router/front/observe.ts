import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from '#platform/metrics/create-metrics.ts'
import type { Tracing } from '#platform/server/tracing.ts'
import { factsOf, keepFacts, operationHash } from './answer-facts.ts'
import type { PseudonymOf } from './pseudonyms.ts'

export interface ObserveParts {
  log: Logger
  metrics: Pick<Metrics, 'httpSeconds'>
  tracing: Tracing
  pseudonymOf: PseudonymOf
  /** Names of operations that may be told: those that were released. Others are anybody's words. */
  knownNames: ReadonlySet<string>
}

/** The trace context for what this request asks of subgraphs. */
export function traceparentOf(request: FastifyRequest): string | undefined {
  return factsOf(request).span?.traceparent
}

/**
 * One log line, one measurement and one span for each answer: by the route's pattern and not its address, because
 * addresses hold queries, accounts and tokens. Gives the request's id back in `x-request-id`.
 */
export function observe(
  app: FastifyInstance,
  { log, metrics, tracing, pseudonymOf, knownNames }: ObserveParts,
): void {
  keepFacts(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    const { traceparent } = request.headers
    const name = `${request.method} ${request.routeOptions.url ?? 'none'}`
    factsOf(request).span = tracing.request(name, typeof traceparent === 'string' ? traceparent : undefined)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    metrics.httpSeconds.with(method, route, String(status)).observe(reply.elapsedTime / 1000)
    const { span, viewer, operation, asked, code, subgraphRequests } = factsOf(request)
    span?.end(status)
    const name = operation?.name
    const line = {
      requestId: request.id,
      method,
      route,
      status,
      durationMs: Math.round(reply.elapsedTime),
      ...(viewer ? { viewer: viewer.kind, viewerId: pseudonymOf(viewer) } : {}),
      ...(operation && asked
        ? {
            operation: name !== undefined && knownNames.has(name) ? name : undefined,
            operationType: operation.type,
            operationHash: operationHash(operation, asked),
          }
        : {}),
      ...(code === undefined ? {} : { code }),
      ...(subgraphRequests === undefined ? {} : { subgraphRequests }),
    }
    if (status >= 500) log.warn(line, 'answered')
    else log.info(line, 'answered')
    done()
  })
}
