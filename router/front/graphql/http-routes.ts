import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '#platform/errors/coded-error.ts'
import type { Documents } from '../../documents/open-documents.ts'
import { RequestCanceled } from '../../engine/errors.ts'
import { answerStatus } from '../../graphql-http/answer-status.ts'
import { getReadsOnly, methodNotAllowed } from '../../graphql-http/errors.ts'
import { negotiate, type ResultType, resultTypeFor } from '../../graphql-http/negotiate.ts'
import {
  type AskedOperation,
  parseBody,
  readParameters,
  readRequest,
} from '../../graphql-http/read-request.ts'
import { refuseBodyType } from '../../graphql-http/refuse-body-type.ts'
import { refuseForeignRead } from '../../graphql-http/refuse-foreign-read.ts'
import type { Identity } from '../../identity/identity.ts'
import { refuseForgery } from '../../identity/refuse-forgery.ts'
import { callerOf } from '../../identity/routes/caller-of.ts'
import { isWidgetOrigin } from '../../identity/widget-origin.ts'
import { traceparentOf } from '../observe.ts'
import { toCodedError } from '../rest-errors.ts'
import type { RouterConfig } from '../router-config.ts'
import { type EventStreamParts, eventStream } from './event-stream.ts'
import { graphErrors } from './graph-errors.ts'
import type { GraphFront } from './graph-front.ts'

const maxBytes = 1024 * 1024

export interface GraphParts {
  front: GraphFront
  identity: Identity
  documents: Pick<Documents, 'resolve'>
  streams: EventStreamParts
}

/**
 * The graph over HTTP, as GraphQL over HTTP has it: POST, GET for queries, and server-sent events for those who accept
 * them.
 */
export async function graphRoutes(
  app: FastifyInstance,
  { front, identity, documents, streams }: GraphParts,
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'WIDGET_ORIGINS'>,
): Promise<void> {
  const answer = async (request: FastifyRequest, reply: FastifyReply, read: () => AskedOperation) => {
    const byGet = request.method === 'GET'
    const { result = 'application/json', events } = negotiate(request.headers.accept)
    const caller = await callerOf(request, identity.authenticate)
    refuseForgery(caller, request.headers, config.PUBLIC_URL, !byGet)
    const named = read()
    try {
      const asked = await documents.resolve(named, caller)
      let stream = events === 'always'
      if (byGet || events === 'for-subscriptions') {
        const operation = front.prepare(asked, caller)
        const type = 'errors' in operation ? undefined : operation.type
        if (byGet && type === 'mutation') throw getReadsOnly()
        stream ||= events === 'for-subscriptions' && type === 'subscription'
      }
      const gone = new AbortController()
      // Only for an answer that nobody waits for: aborting builds an error with its stack.
      reply.raw.once('close', () => reply.raw.writableFinished || gone.abort())
      const marks = { requestId: request.id, traceparent: traceparentOf(request), signal: gone.signal }
      if (!stream) {
        const countRequests = (count: number, cost: number) => {
          // Staff may see what a query costs; it tells others nothing they need.
          if (caller.viewer.kind !== 'staff') return
          reply.header('x-subgraph-requests', count).header('x-operation-cost', cost)
        }
        const text = await front.execute(asked, caller, { ...marks, countRequests })
        return void send(reply, result, text)
      }
      // Headers that hooks have set (CORS) would be lost with the raw response.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      const lastEventId = request.headers['last-event-id']
      await eventStream(
        streams,
        {
          request: asked,
          caller,
          marks,
          lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
        },
        reply.raw,
      )
    } catch (error) {
      if (error instanceof RequestCanceled) return
      if (!(error instanceof CodedError) || error.status === 405) throw error
      // Who is turned away at the door sees it by the status; what the graph itself refuses is an answer like others.
      void send(reply, result, `{"errors":${graphErrors(error, request.id, front.log)}}`, error.status)
    }
  }

  await app.register(async (graph) => {
    graph.removeAllContentTypeParsers()
    graph.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    graph.setErrorHandler(async (error, request, reply) => {
      const refusal = toCodedError(error, request.id, front.log)
      const { retryAfterSec } = refusal.parameters
      if (typeof retryAfterSec === 'number') reply.header('retry-after', retryAfterSec)
      const text = `{"errors":${graphErrors(refusal, request.id, front.log)}}`
      return reply.code(refusal.status).type(contentTypes[resultTypeFor(request.headers.accept)]).send(text)
    })
    graph.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (request.method === 'POST') refuseBodyType(request.headers)
      else refuseForeignRead(request.headers, () => isWidgetOrigin(request.headers, config))
    })
    graph.post('/graphql', { bodyLimit: maxBytes }, async (request, reply) => {
      await answer(request, reply, () => readRequest(parseBody(request.body)))
      return reply
    })
    graph.get('/graphql', async (request, reply) => {
      await answer(request, reply, () => readParameters(request.query))
      return reply
    })
    graph.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: async (_request, reply) => {
        reply.header('allow', 'GET, POST')
        throw methodNotAllowed()
      },
    })
  })
}

const contentTypes: Record<ResultType, string> = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
}

function send(reply: FastifyReply, type: ResultType, text: string, refusedStatus?: number): FastifyReply {
  return reply
    .code(answerStatus(type, text, refusedStatus))
    .type(contentTypes[type])
    .send(text)
}
