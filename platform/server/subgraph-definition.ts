import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ServiceConfig } from '../config/service-config.ts'
import type { Consumer } from '../events/consume.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import type { RequestContext, ServiceContext } from '../service/service-context.ts'
import type { Migration } from '../store/migrations.ts'
import type { Resolvers } from './graph-schema.ts'

/** Ends what `started` began. */
export type Stop = () => void | Promise<void>

/** One subgraph: all that `startSubgraph` needs to run it. */
export interface SubgraphDefinition<C extends ServiceConfig = ServiceConfig> {
  /** Names its database and queues; the name in `supergraph.yaml`. */
  name: string
  /** The SDL: `new URL('./schema.graphql', import.meta.url)`. */
  schema: URL
  resolvers: Resolvers
  /** What it reads from the environment: `serviceConfig.extend({ … })`; `serviceConfig` when left out. */
  config?: z.ZodObject & z.ZodType<C>
  consumers?: readonly Consumer[]
  jobs?: readonly JobDefinition[]
  migrations?: readonly Migration[]
  /**
   * REST routes beside the graph (webhooks). They check their callers themselves; `identify` gives the context of a
   * request that carries the internal identity. In a scope of their own: content-type parsers and hooks stay in it.
   */
  routes?(
    app: FastifyInstance,
    ctx: ServiceContext<C>,
    identify: (request: FastifyRequest) => Promise<RequestContext<C>>,
  ): void | Promise<void>
  /** Runs once the subgraph works, before it is ready: loops, leases, listeners. */
  started?(ctx: ServiceContext<C>): Stop | undefined | Promise<Stop | undefined>
}
