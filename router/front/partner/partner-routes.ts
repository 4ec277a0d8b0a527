import { ApolloServer, HeaderMap } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CodedError } from '#platform/errors/coded-error.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Documents } from '../../documents/open-documents.ts'
import { readParameters, readRequest } from '../../graphql-http/read-request.ts'
import type { Caller } from '../../identity/caller.ts'
import type { PartnerKeys } from '../../identity/partner-keys.ts'
import type { CurrentGraph } from '../../supergraph/current-graph.ts'
import type { BoundRequests } from '../../traffic/graph-rates.ts'
import { graphErrors } from '../graphql/graph-errors.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import { traceparentOf } from '../observe.ts'
import type { RouterConfig } from '../router-config.ts'
import { engineGateway, type PartnerContext } from './engine-gateway.ts'

const maxBytes = 256 * 1024

export interface PartnerParts {
  current: CurrentGraph
  front: GraphFront
  documents: Pick<Documents, 'resolve'>
  keys: PartnerKeys
  bounds: BoundRequests
}

/**
 * `/partner/graphql`: what other organisations' programs may read, by the scopes of their key (header `x-api-key`).
 * Documents are found as everywhere else; Apollo Server adds its plugins.
 */
export async function partnerRoutes(
  app: FastifyInstance,
  { current, front, documents, keys, bounds }: PartnerParts,
  config: Pick<RouterConfig, 'ALLOW_INTROSPECTION'>,
): Promise<void> {
  const server = new ApolloServer<PartnerContext>({
    gateway: engineGateway(current, front),
    introspection: config.ALLOW_INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
    logger: front.log,
  })
  const documentOf = async ({ method, query, body }: FastifyRequest, caller: Caller) =>
    documents.resolve(method === 'GET' ? readParameters(query) : readRequest(body), caller)
  await server.start()
  app.addHook('onClose', () => server.stop())

  app.route({
    method: ['GET', 'POST'],
    url: '/partner/graphql',
    bodyLimit: maxBytes,
    handler: async (request, reply) => {
      const key = request.headers['x-api-key']
      if (typeof key !== 'string') throw unauthenticated()
      const caller = await keys.authenticate(key).catch(async (error: unknown) => {
        await bounds.takeUnproved(request.ip)
        throw error
      })
      if (caller.viewer.kind !== 'partner') throw unauthenticated()
      await bounds.take(caller, request.ip)
      const headers = new HeaderMap([['content-type', 'application/json']])
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined && name !== 'content-type')
          headers.set(name, Array.isArray(value) ? value.join(', ') : value)
      }
      const asked = await documentOf(request, caller).catch((error: unknown) => {
        if (error instanceof CodedError) return error
        throw error
      })
      if (asked instanceof CodedError) {
        const text = `{"errors":${graphErrors(asked, request.id, front.log)}}`
        return reply.code(asked.status).type('application/json; charset=utf-8').send(text)
      }
      const beyond = front.refuseBeyondLimits(asked, caller)
      if (beyond) return reply.code(400).type('application/json; charset=utf-8').send(JSON.stringify(beyond))
      const marks = { requestId: request.id, traceparent: traceparentOf(request) }
      const { query, operationName, variables } = asked
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers,
          search: '',
          body: { query, operationName, variables },
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
