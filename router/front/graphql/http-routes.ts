import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '#platform/errors/coded-error.ts'
import type { Documents } from '../../documents/open-documents.ts'
import { Cancelation } from '../../engine/cancelation.ts'
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
import type { Caller } from '../../identity/caller.ts'
import type { Identity } from '../../identity/identity.ts'
import { refuseForgery } from '../../identity/refuse-forgery.ts'
import { callerOf } from '../../identity/routes/caller-of.ts'
import { isWidgetOrigin } from '../../identity/widget-origin.ts'
import type { BoundRequests } from '../../traffic/graph-rates.ts'
import type { HeaderRules } from '../../traffic/header-rules.ts'
import { compressAnswer, encodingFor, leastChars } from '../compress-answer.ts'
import { factsOf, firstCodeIn } from '../answer-facts.ts'
import type { OperationMeter } from '../measure-operations.ts'
import { toCodedError } from '../rest-errors.ts'
import type { RouterConfig } from '../router-config.ts'
import { type Asked, type EventStreamParts, eventStream } from './event-stream.ts'
import { graphErrors } from './graph-errors.ts'
import type { GraphFront } from './graph-front.ts'
import type { RequestMarks } from './subgraph-context.ts'
import { traceOperation } from './trace-operation.ts'

const maxBytes = 1024 * 1024

export interface GraphParts {
  front: GraphFront
  identity: Identity
  documents: Pick<Documents, 'resolve'>
  streams: EventStreamParts
  bounds: BoundRequests
  headerRules: HeaderRules
  meter: OperationMeter
}

/**
 * The graph over HTTP, as GraphQL over HTTP has it: POST, GET for queries, and server-sent events for those who accept
 * them.
 */
export async function graphRoutes(
  app: FastifyInstance,
  { front, identity, documents, streams, bounds, headerRules, meter }: GraphParts,
  config: Pick<RouterConfig, 'PUBLIC_URL' | 'WIDGET_ORIGINS'>,
): Promise<void> {
  /** @throws RATE_LIMITED, UNAUTHENTICATED */
  const enter = async (request: FastifyRequest): Promise<Caller> => {
    let caller: Caller
    try {
      caller = await callerOf(request, identity.authenticate)
    } catch (error) {
      await bounds.takeUnproved(request.ip)
      throw error
    }
    factsOf(request).viewer = caller.viewer
    await bounds.take(caller, request.ip)
    return caller
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply, read: () => AskedOperation) => {
    const byGet = request.method === 'GET'
    const { result = 'application/json', events } = negotiate(request.headers.accept)
    const caller = await enter(request)
    refuseForgery(caller, request.headers, config.PUBLIC_URL, !byGet)
    const named = read()
    try {
      const asked = await documents.resolve(named, caller)
      let stream = events === 'always'
      if (byGet || events === 'for-subscriptions') {
        const operation = front.prepare(asked, caller)
        const refused = 'errors' in operation
        if (refused && !stream) return send(request, reply, result, JSON.stringify(operation))
        if (byGet && !refused && operation.type === 'mutation') throw getReadsOnly()
        stream ||= events === 'for-subscriptions' && !refused && operation.type === 'subscription'
      }
      const facts = factsOf(request)
      const gone = new Cancelation()
      reply.raw.once('close', () => reply.raw.writableFinished || gone.abort('client-gone'))
      const marks: RequestMarks = {
        requestId: request.id,
        traceparent: facts.span?.traceparent,
        signal: gone,
        forwarded: headerRules.forward(request.headers),
        trace: stream ? undefined : traceOperation(facts.span),
        facts,
      }
      if (stream) return await streamed(request, reply, { request: asked, caller, marks })
      const text = await front.execute(asked, caller, marks)
      // Staff may see what a query costs; it tells others nothing they need.
      if (caller.viewer.kind === 'staff' && facts.subgraphRequests !== undefined) {
        reply.header('x-subgraph-requests', facts.subgraphRequests).header('x-operation-cost', facts.cost)
      }
      send(request, reply, result, text)
    } catch (error) {
      if (error instanceof RequestCanceled) return
      if (!(error instanceof CodedError) || error.status === 405) throw error
      // Who is turned away at the door sees it by the status; what the graph itself refuses is an answer like others.
      const text = `{"errors":${graphErrors(error, request.id, front.log)}}`
      send(request, reply, result, text, error.status)
    }
  }

  const streamed = (request: FastifyRequest, reply: FastifyReply, asked: Omit<Asked, 'lastEventId'>) => {
    // Headers that hooks have set (CORS) would be lost with the raw response.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
    const lastEventId = request.headers['last-event-id']
    return eventStream(
      streams,
      { ...asked, lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined },
      reply.raw,
    )
  }

  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    type: ResultType,
    text: string,
    refusedStatus?: number,
  ) => {
    factsOf(request).code = firstCodeIn(text)
    meter.sent(text.length)
    reply.code(answerStatus(type, text, refusedStatus)).type(contentTypes[type])
    const encoding = text.length < leastChars ? undefined : encodingFor(request.headers['accept-encoding'])
    if (!encoding) return void reply.send(text)
    const vary = reply.getHeader('vary')
    reply.header('vary', vary === undefined ? 'Accept-Encoding' : `${String(vary)}, Accept-Encoding`)
    reply.header('content-encoding', encoding)
    const packed = compressAnswer(text, encoding)
    if (Buffer.isBuffer(packed)) return void reply.send(packed)
    packed.then(
      (bytes) => void reply.send(bytes),
      (error: Error) => void reply.removeHeader('content-encoding').send(error),
    )
  }

  await app.register(async (graph) => {
    graph.removeAllContentTypeParsers()
    graph.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    graph.setErrorHandler(async (error, request, reply) => {
      const refusal = toCodedError(error, request.id, front.log)
      factsOf(request).code = refusal.code
      meter.refused(refusal.code)
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
