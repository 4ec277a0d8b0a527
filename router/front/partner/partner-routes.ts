import { ApolloServer, HeaderMap } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Caller } from '../../identity/caller.ts'
import type { Identity } from '../../identity/identity.ts'
import type { PartnerKeys } from '../../identity/partner-keys.ts'
import { limitRate } from '../../identity/rate-limit.ts'
import type { CurrentGraph } from '../../supergraph/current-graph.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import { traceparentOf } from '../observe.ts'
import type { RouterConfig } from '../router-config.ts'
import { engineGateway, type PartnerContext } from './engine-gateway.ts'

const maxBytes = 256 * 1024

export interface PartnerParts {
  current: CurrentGraph
  front: GraphFront
  identity: Identity
  keys: PartnerKeys
}

/**
 * `/partner/graphql`: what other organisations' programs may read, by the scopes of their key (header `x-api-key`).
 * Apollo Server gives it automatic persisted queries and its plugins.
 */
export async function partnerRoutes(
  app: FastifyInstance,
  { current, front, identity, keys }: PartnerParts,
  config: Pick<RouterConfig, 'ALLOW_INTROSPECTION' | 'PARTNER_REQUESTS_PER_MINUTE'>,
): Promise<void> {
  const server = new ApolloServer<PartnerContext>({
    gateway: engineGateway(current, front),
    introspection: config.ALLOW_INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
    logger: front.log,
  })
  await server.start()
  app.addHook('onClose', () => server.stop())

  app.route({
    method: ['GET', 'POST'],
    url: '/partner/graphql',
    bodyLimit: maxBytes,
    handler: async (request, reply) => {
      const key = request.headers['x-api-key']
      if (typeof key !== 'string') throw unauthenticated()
      const caller = await keys.authenticate(key)
      if (caller.viewer.kind !== 'partner') throw unauthenticated()
      await limitRate(identity.ctx, 'partner', caller.viewer.id, config.PARTNER_REQUESTS_PER_MINUTE)
      const headers = new HeaderMap()
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
      }
      const beyond = refuseBeyondLimits(front, caller, request)
      if (beyond) return reply.code(400).type('application/json; charset=utf-8').send(beyond)
      const marks = { requestId: request.id, traceparent: traceparentOf(request) }
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers,
          search: new URL(request.url, 'http://partner').search,
          body: request.body,
        },
        context: async () => ({ caller, marks }),
      })
      for (const [name, value] of answer.headers) reply.header(name, value)
      reply.code(answer.status ?? 200)
      if (answer.body.kind === 'complete') return reply.send(answer.body.string)
      let text = ''
      for await (const chunk of answer.body.asyncIterator) text += chunk
      return reply.send(text)
    },
  })
}

/** Apollo Server would parse and validate a document of any size: ours is measured before. */
function refuseBeyondLimits(front: GraphFront, caller: Caller, request: FastifyRequest): string | undefined {
  const asked = (request.method === 'GET' ? request.query : request.body) as Record<string, unknown> | null
  const { query, operationName } = asked ?? {}
  if (typeof query !== 'string') return undefined
  const refusal = front.refuseBeyondLimits(
    { query, operationName: typeof operationName === 'string' ? operationName : null },
    caller,
  )
  return refusal && JSON.stringify(refusal)
}
