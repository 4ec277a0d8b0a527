import type { GraphQLFormattedError } from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { z } from 'zod'
import type { ServiceConfig } from '../config/service-config.ts'
import type { Envelope, EventDefinition } from '../events/define-event.ts'
import { createIdentitySigner, identityHeader } from '../identity/internal-identity.ts'
import type { Viewer } from '../identity/viewer.ts'
import type { LivePlace } from '../live/live-event.ts'
import { openSubgraph, type Subgraph } from '../server/open-subgraph.ts'
import type { SubgraphDefinition } from '../server/subgraph-definition.ts'
import { dropEverything } from './drop-everything.ts'
import { testConfig, testPrefix, testPrivateJwk } from './test-config.ts'

/** A GraphQL response; `data` is untyped on purpose: tests state what they expect. */
export interface TestResponse<D = Record<string, never>> {
  data?: D | null
  errors?: GraphQLFormattedError[]
  extensions?: { live?: LivePlace }
}

export interface TestSubgraph<C extends ServiceConfig = ServiceConfig> extends Subgraph<C> {
  readonly prefix: string
  /** The events emitted so far, committed ones only. */
  emitted<P extends z.ZodType>(event: EventDefinition<P>): Array<Envelope<z.output<P>>>
  /** The headers by which the router would call on the viewer's behalf. */
  headersFor(viewer: Viewer): Promise<Record<string, string>>
  query<D = Record<string, never>>(
    viewer: Viewer,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<TestResponse<D>>
  /** A subscription over a connection of its own, which ends with the iterator. */
  subscribe<D = Record<string, never>>(
    viewer: Viewer,
    document: string,
    variables?: Record<string, unknown>,
  ): AsyncIterableIterator<TestResponse<D>>
}

export interface TestSubgraphOptions {
  env?: Record<string, string>
  now?: () => Date
  /** To share queues with another service under test; its own when left out. */
  prefix?: string
}

/** A subgraph with its servers, on the real stores; `stop` drops all that it made. */
export async function createTestSubgraph<C extends ServiceConfig = ServiceConfig>(
  definition: SubgraphDefinition<C>,
  { env, now, prefix = testPrefix() }: TestSubgraphOptions = {},
): Promise<TestSubgraph<C>> {
  const config = testConfig<C>(prefix, definition.config, env)
  const events: Array<Envelope<unknown>> = []
  const subgraph = await openSubgraph(definition, config, {
    now,
    emitted: (envelope) => events.push(envelope),
  })
  const signer = createIdentitySigner(testPrivateJwk)
  const headersFor = async (viewer: Viewer): Promise<Record<string, string>> => ({
    [identityHeader]: await signer.sign(viewer),
  })

  return {
    ...subgraph,
    prefix,
    headersFor,
    emitted: <P extends z.ZodType>(event: EventDefinition<P>) =>
      events.filter(({ type }) => type === event.type) as Array<Envelope<z.output<P>>>,

    async query<D>(
      viewer: Viewer,
      query: string,
      variables?: Record<string, unknown>,
    ): Promise<TestResponse<D>> {
      const response = await fetch(`${subgraph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await headersFor(viewer)) },
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as TestResponse<D>
    },

    subscribe<D>(
      viewer: Viewer,
      query: string,
      variables?: Record<string, unknown>,
    ): AsyncIterableIterator<TestResponse<D>> {
      const client = createClient({
        url: `${subgraph.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: () => headersFor(viewer),
        retryAttempts: 0,
      })
      const results = client.iterate<D>({ query, variables })
      return {
        async next() {
          const result = (await results.next()) as IteratorResult<TestResponse<D>>
          return result.done || !result.value.extensions?.live?.head ? result : this.next()
        },
        async return() {
          await results.return?.()
          await client.dispose()
          return { done: true, value: undefined }
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },

    async stop() {
      await subgraph.stop()
      await dropEverything(config, definition.name)
    },
  }
}
