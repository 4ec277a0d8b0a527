import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import type { ServiceConfig } from '../config/service-config.ts'
import { createIdentityVerifier } from '../identity/internal-identity.ts'
import { type OpenService, openService, type ServiceParts } from '../service/open-service.ts'
import type { ServiceContext } from '../service/service-context.ts'
import { answerRestErrors } from './answer-rest-errors.ts'
import { readGraphSchema } from './graph-schema.ts'
import { serveHttpGraph } from './http-graph.ts'
import { createIdentify, requestIdIn, tokenIn } from './identify.ts'
import { observeRequests } from './observe-requests.ts'
import { serveMetrics } from './serve-metrics.ts'
import { serveSocketGraph } from './socket-graph.ts'
import type { SubgraphDefinition } from './subgraph-definition.ts'
import { startTracing } from './tracing.ts'

/** A running subgraph. */
export interface Subgraph<C extends ServiceConfig = ServiceConfig> {
  readonly ctx: ServiceContext<C>
  readonly url: string
  readonly port: number
  readonly metricsPort: number
  /** Takes no more requests, lets work end, closes everything. */
  stop(): Promise<void>
}

/** The largest body: 10,000 entity representations fit in. */
const bodyLimitBytes = 8 * 1_048_576

/** Opens a subgraph in this process: its service, its servers, its work. */
export async function openSubgraph<C extends ServiceConfig>(
  definition: SubgraphDefinition<C>,
  config: C,
  parts: Pick<ServiceParts<C>, 'now' | 'log' | 'processWide' | 'emitted'> = {},
): Promise<Subgraph<C>> {
  const { name, consumers, jobs, migrations } = definition
  const schema = await readGraphSchema(definition.schema, definition.resolvers)
  const service = await openService<C>({ name, config, consumers, jobs, migrations, ...parts })
  const { ctx, metrics } = service
  const tracing = startTracing(name, config.OTEL_EXPORTER_OTLP_ENDPOINT)
  const identify = createIdentify(ctx, createIdentityVerifier(config.IDENTITY_PUBLIC_JWK))
  const app = fastify({
    loggerInstance: ctx.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: 30_000,
    genReqId: (request) => requestIdIn(request.headers),
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance
  observeRequests(app, metrics, tracing)
  answerRestErrors(app, ctx.log)
  const state = serveHealth(app, service)
  await serveHttpGraph(app, schema, ctx, identify, metrics)
  await app.register(async (scope) => {
    await definition.routes?.(scope, ctx, (request) => identify(tokenIn(request.headers), request.id))
  })
  const closeSockets = serveSocketGraph(app.server, schema, ctx, identify, config.LIVE_MAX_SUBSCRIPTIONS)
  service.work()
  const stopStarted = await definition.started?.(ctx)
  const metricsPage = await serveMetrics(metrics, config.METRICS_PORT)
  await app.listen({ host: config.HOST, port: config.PORT })
  const { port } = app.server.address() as AddressInfo
  state.ready = true

  async function stop(): Promise<void> {
    state.ready = false
    await closeSockets()
    await app.close()
    await stopStarted?.()
    await service.close()
    await Promise.all([metricsPage.close(), tracing.stop()])
  }

  let stopping: Promise<void> | undefined
  return {
    ctx,
    url: `http://${config.HOST}:${port}`,
    port,
    metricsPort: metricsPage.port,
    stop: () => (stopping ??= stop()),
  }
}

/** Alive: the process answers. Ready: it is not ending and both stores answer. */
function serveHealth(app: FastifyInstance, service: Pick<OpenService, 'check'>): { ready: boolean } {
  const state = { ready: false }
  // A kept-alive connection whose request ends while we stop would hold the server open.
  app.addHook('onSend', async (_request, reply) => {
    if (!state.ready) reply.header('connection', 'close')
  })
  app.get('/health/live', () => ({ status: 'ok' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      if (!state.ready) throw new Error('starting or stopping')
      await service.check()
      return { status: 'ok' }
    } catch (err) {
      request.log.warn({ err }, 'not ready')
      return reply.code(503).send({ status: 'unavailable' })
    }
  })
  return state
}
