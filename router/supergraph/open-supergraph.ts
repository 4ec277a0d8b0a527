import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { Metrics } from '#platform/metrics/create-metrics.ts'
import type { HttpTransport } from '../engine/http-transport.ts'
import type { RouterConfig } from '../front/router-config.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import { buildFirstGraph, type GraphParts } from './build-graph.ts'
import { CurrentGraph } from './current-graph.ts'
import { followFile } from './follow-file.ts'
import type { Graph } from './graph.ts'
import { measureReloads } from './measure-reloads.ts'
import { firstGraphOf, publishOwn } from './registry/first-version.ts'
import { followRegistry } from './registry/follow-registry.ts'
import { Reloads, type RefusedSupergraph } from './reloads.ts'
import { hashOf, unnumbered } from './supergraph.ts'
import { supergraphRoutes } from './supergraph-routes.ts'
import { Trial } from './trial/trial.ts'

export interface SupergraphParts {
  config: Pick<
    RouterConfig,
    | 'ALLOW_INTROSPECTION'
    | 'NAME_PREFIX'
    | 'SUBGRAPH_URLS'
    | 'SUPERGRAPH_FILE'
    | 'SUPERGRAPH_POLL'
    | 'SUPERGRAPH_PUBLISH_ON_START'
    | 'SUPERGRAPH_SOURCE'
  >
  /** The router's own database. */
  db: Connection
  valkey: Redis
  transport: HttpTransport
  metrics: Pick<Metrics, 'registry'>
  log: Logger
  now(): Date
}

/** The supergraph of a running router, which follows its source. */
export interface OpenedSupergraph {
  readonly current: CurrentGraph
  /** `GET /admin/supergraph`. */
  routes(app: FastifyInstance, identity: { authenticate: Authenticate }): void
  /** Follows the source no longer. */
  close(): Promise<void>
}

/**
 * Builds the first graph and follows its source, the file or the registry.
 * @throws SupergraphRefused when there is no supergraph that can be served
 */
export async function openSupergraph(opened: SupergraphParts): Promise<OpenedSupergraph> {
  const { config, transport, metrics, log, now } = opened
  const parts = { transport, urls: config.SUBGRAPH_URLS, suggestions: config.ALLOW_INTROSPECTION }
  const trial = new Trial()
  const { graph, refused } = await firstGraph(opened, parts, trial)
  const current = new CurrentGraph(graph, log)
  const onReload = measureReloads(metrics.registry, current)
  const reloads = new Reloads({ current, parts, trial, log, now, onReload })
  const stopFollowing = await follow(opened, current, reloads, refused)
  return {
    current,
    routes: (app, identity) =>
      supergraphRoutes(app, identity, { current, reloads, source: config.SUPERGRAPH_SOURCE }),
    async close() {
      trial.close()
      await stopFollowing()
    },
  }
}

async function firstGraph(
  { config, db, valkey, log, now }: SupergraphParts,
  parts: GraphParts,
  trial: Trial,
): Promise<{ graph: Graph; refused?: RefusedSupergraph | undefined }> {
  if (config.SUPERGRAPH_SOURCE === 'file') {
    const own = unnumbered(readFileSync(config.SUPERGRAPH_FILE, 'utf8'))
    return { graph: await buildFirstGraph(own, parts) }
  }
  const registry = { db, valkey, prefix: config.NAME_PREFIX }
  const sdl = readFileSync(config.SUPERGRAPH_FILE, 'utf8')
  await publishOwn({ registry, now }, { sdl, sha256: hashOf(sdl) }, config.SUPERGRAPH_PUBLISH_ON_START)
  return firstGraphOf({ registry, parts, trial, log, now })
}

async function follow(
  { config, db, valkey, log, now }: SupergraphParts,
  current: CurrentGraph,
  reloads: Reloads,
  refused: RefusedSupergraph | undefined,
): Promise<() => Promise<void> | void> {
  if (config.SUPERGRAPH_SOURCE === 'file') {
    return followFile(config.SUPERGRAPH_FILE, current.graph.supergraph.sha256, reloads, log)
  }
  return followRegistry({
    registry: { db, valkey, prefix: config.NAME_PREFIX },
    reloads,
    current,
    log,
    everyMs: config.SUPERGRAPH_POLL,
    startedAt: now(),
    refused,
  })
}
