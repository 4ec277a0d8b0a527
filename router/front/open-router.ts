import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { createMetrics } from '#platform/metrics/create-metrics.ts'
import { requestIdIn } from '#platform/server/identify.ts'
import { serveMetrics } from '#platform/server/serve-metrics.ts'
import { startTracing } from '#platform/server/tracing.ts'
import { connectMongodb } from '#platform/store/connect-mongodb.ts'
import { connectValkey } from '#platform/store/connect-valkey.ts'
import { prepareCollections } from '#platform/store/prepare-collections.ts'
import { within } from '#platform/waiting/within.ts'
import { openDocuments } from '../documents/open-documents.ts'
import { HttpTransport } from '../engine/http-transport.ts'
import { openIdentity } from '../identity/identity.ts'
import { createPartnerKeys } from '../identity/partner-keys.ts'
import { accountRoutes } from '../identity/routes/account-routes.ts'
import { apiKeyRoutes } from '../identity/routes/api-key-routes.ts'
import { oidcRoutes } from '../identity/routes/oidc-routes.ts'
import { ownSessionRoutes } from '../identity/routes/own-session-routes.ts'
import { sessionRoutes } from '../identity/routes/session-routes.ts'
import { visitorRoutes } from '../identity/routes/visitor-routes.ts'
import { type Bounds, usualBounds } from '../live/bounds.ts'
import { LiveHub } from '../live/live-hub.ts'
import { openSupergraph } from '../supergraph/open-supergraph.ts'
import { trackRequests } from './drain.ts'
import { boundRequests } from '../traffic/graph-rates.ts'
import { HeaderRules } from '../traffic/header-rules.ts'
import { RequestRates } from '../traffic/request-rates.ts'
import { desk } from './faces/desk.ts'
import { playground } from './faces/playground.ts'
import { widget } from './faces/widget.ts'
import { createGraphFront } from './graphql/graph-front.ts'
import { graphRoutes } from './graphql/http-routes.ts'
import { liveContext } from './graphql/live-context.ts'
import { viewerLimits } from './graphql/viewer-limits.ts'
import { healthRoutes } from './health-routes.ts'
import { createLiveLimits } from './limits/live-limits.ts'
import { hooksProxy } from './hooks-proxy.ts'
import { createAddressOf } from './client-address.ts'
import { measureLive } from './measure-live.ts'
import { measureOperations, measurePlans } from './measure-operations.ts'
import { measureSubgraphs } from './measure-subgraphs.ts'
import { observe } from './observe.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { partnerRoutes } from './partner/partner-routes.ts'
import { createReadiness } from './readiness.ts'
import { restErrors } from './rest-errors.ts'
import type { RouterConfig } from './router-config.ts'
import { serveSockets } from './socket/socket-server.ts'
import { widgetCors } from './widget-cors.ts'

/** A running router. */
export interface Router {
  readonly port: number
  readonly metricsPort: number
  readonly url: string
  /** Subscriptions held at subgraphs, and the clients that follow them. */
  readonly live: LiveHub['figures']
  /** Takes no more requests, sends live clients away, lets requests end (ten seconds at most), closes everything. */
  stop(): Promise<void>
}

export interface RouterParts {
  log: Logger
  /** The clock; the machine's when left out. */
  now?: () => Date
  /** Whether it is the process's only service, and so reports Node's own figures too. */
  processWide?: boolean
  /** What may wait for one connection of a live client. */
  liveBounds?: Bounds
}

const maxDrainMs = 10_000
const bodyLimitBytes = 256 * 1024

/** Opens the router in this process: stores, identity, engine, live hub, then the port. */
export async function openRouter(config: RouterConfig, parts: RouterParts): Promise<Router> {
  const { log, now = () => new Date() } = parts
  const metrics = createMetrics('router', { processWide: parts.processWide ?? false })
  const tracing = startTracing('router', config.OTEL_EXPORTER_OTLP_ENDPOINT)
  const db = await connectMongodb(config, 'router')
  const valkey = connectValkey(config.VALKEY_URL, log, { maxRetriesPerRequest: 3, commandTimeout: 5_000 })
  await prepareCollections(db)
  const identity = await openIdentity({ config, db, valkey, log, now })

  const transport = new HttpTransport({ timeoutsMs: config.SUBGRAPH_TIMEOUTS })
  const supergraph = await openSupergraph({ config, db, valkey, transport, metrics, log, now })
  const { current } = supergraph
  const documents = await openDocuments(config, { valkey, current, log })
  const hub = new LiveHub({
    transport: {
      subscribe: (...asked) => current.graph.transport.subscribe(...asked),
    },
    contextFor: (viewer) => liveContext(identity.signer, viewer, tracing),
    log,
  })
  current.onSwap(() => hub.reload())
  const knownNames = documents.trusted.operationNames
  const meter = measureOperations(metrics, knownNames)
  measurePlans(metrics.registry, current)
  measureSubgraphs(metrics.registry, transport)
  const front = createGraphFront({
    current,
    hub,
    identity,
    limitsOf: viewerLimits(config),
    allowIntrospection: config.ALLOW_INTROSPECTION,
    meter,
    operationTimeoutMs: config.OPERATION_TIMEOUT,
    log,
  })

  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    // the server looks for requests that are too slow at this pace: left alone, half a minute after they became so
    http: {
      headersTimeout: config.REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: Math.max(100, config.REQUEST_TIMEOUT_MS / 10),
    },
    trustProxy: config.TRUSTED_PROXIES.length ? config.TRUSTED_PROXIES : false,
    genReqId: (request) => requestIdIn(request.headers),
  }) as unknown as FastifyInstance
  const drained = trackRequests(app.server)
  const pseudonymOf = createPseudonyms(config.IDENTITY_PRIVATE_JWK.keys[0].d)
  observe(app, { log, metrics, tracing, pseudonymOf, knownNames })
  restErrors(app, log)
  widgetCors(app, config)
  await app.register(fastifyCookie)
  const readiness = createReadiness({ db, valkey, subgraphs: () => current.graph.urls })
  healthRoutes(app, readiness)
  sessionRoutes(app, identity, config)
  ownSessionRoutes(app, identity, config)
  oidcRoutes(app, identity, config)
  accountRoutes(app, identity, config)
  visitorRoutes(app, identity, config)
  const keys = createPartnerKeys(identity.ctx, identity.revocations)
  apiKeyRoutes(app, identity, keys, config)
  supergraph.routes(app, identity)
  const bounds = parts.liveBounds ?? usualBounds
  const addressOf = createAddressOf(config.TRUSTED_PROXIES)
  const rates = new RequestRates({ valkey, prefix: config.NAME_PREFIX, log })
  const requests = boundRequests(rates, config.REQUESTS_PER_MINUTE)
  const limits = createLiveLimits(config, requests)
  const headerRules = new HeaderRules(config.HEADER_RULES)
  const streams = {
    front,
    limits,
    bounds,
    addressOf,
    revocations: identity.revocations,
    heartbeatMs: config.CONNECTION_HEARTBEAT_MS,
    running: new Set<ServerResponse>(),
  }
  await graphRoutes(
    app,
    { front, identity, documents, streams, bounds: requests, headerRules, meter },
    config,
  )
  await partnerRoutes(app, { current, front, documents, keys, bounds: requests }, config)
  await hooksProxy(app, () => current.graph.urls.conversation, log)
  await desk(app, config.DESK_DIST)
  widget(app, config.WIDGET_DIST)
  if (config.ALLOW_INTROSPECTION) await playground(app)
  const sockets = serveSockets(app, {
    front,
    identity,
    documents,
    partnerKeys: keys,
    limits,
    bounds,
    config,
    addressOf,
  })
  measureLive(metrics.registry, hub, sockets)

  await readiness()
  const metricsPage = await serveMetrics(metrics, config.METRICS_PORT)
  await app.listen({ host: config.HOST, port: config.PORT })
  const { port } = app.server.address() as AddressInfo

  async function stop(): Promise<void> {
    await supergraph.close()
    sockets.close()
    // Not completed but broken off: their clients come back to another router.
    for (const stream of streams.running) stream.destroy()
    hub.close()
    const closed = app.close()
    await within(maxDrainMs, 'the last requests', drained()).catch((err: unknown) => {
      log.warn({ err }, 'requests were cut off')
    })
    // Connections without a request on them would keep the server open for as long as their clients like.
    app.server.closeAllConnections()
    await closed
    await transport.close()
    identity.close()
    valkey.disconnect()
    await db.close()
    await Promise.all([metricsPage.close(), tracing.stop()])
  }

  let stopping: Promise<void> | undefined
  return {
    port,
    metricsPort: metricsPage.port,
    url: `http://${config.HOST}:${port}`,
    get live() {
      return hub.figures
    },
    stop: () => (stopping ??= stop()),
  }
}
