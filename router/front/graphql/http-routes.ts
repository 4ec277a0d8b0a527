import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '#platform/errors/coded-error.ts'
import { defineError } from '#platform/errors/define-error.ts'
import { RequestCanceled } from '../../engine/errors.ts'
import type { GraphQLRequest } from '../../engine/operation.ts'
import type { Identity } from '../../identity/identity.ts'
import { refuseForgery } from '../../identity/refuse-forgery.ts'
import { callerOf } from '../../identity/routes/caller-of.ts'
import { traceparentOf } from '../observe.ts'
import type { RouterConfig } from '../router-config.ts'
import { eventStream } from './event-stream.ts'
import { graphErrors } from './graph-errors.ts'
import type { GraphFront } from './graph-front.ts'
import { readQueryString, readRequest } from './read-request.ts'

const maxBytes = 1024 * 1024
const responseType = 'application/graphql-response+json'

interface Answer {
  status: number
  text: string
}

const getReadsOnly = defineError('METHOD_NOT_ALLOWED', 405, () => 'A GET only reads: send mutations by POST.')

/**
 * The graph over HTTP, as the GraphQL-over-HTTP draft has it: POST, GET for queries, and server-sent events for those
 * who accept them.
 */
export function graphRoutes(
  app: FastifyInstance,
  front: GraphFront,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): void {
  /** @returns nothing when the answer has left as an event stream, or nobody waits for it any more */
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    read: () => GraphQLRequest,
  ): Promise<Answer | undefined> => {
    // Who is turned away at the door sees it by the status; what the graph itself refuses is an answer like others.
    let atDoor = true
    try {
      const caller = await callerOf(request, identity.authenticate)
      refuseForgery(caller, request.headers, config.PUBLIC_URL, request.method === 'POST')
      const asked = read()
      if (request.method === 'GET') refuseMutation(front, asked, caller)
      atDoor = false
      const gone = new AbortController()
      // Only for an answer that nobody waits for: aborting builds an error with its stack.
      reply.raw.once('close', () => reply.raw.writableFinished || gone.abort())
      const marks = { requestId: request.id, traceparent: traceparentOf(request), signal: gone.signal }
      if (!request.headers.accept?.includes('text/event-stream')) {
        const countRequests = (count: number) => {
          // Staff may see what a query costs; it tells others nothing they need.
          if (caller.viewer.kind === 'staff') reply.header('x-subgraph-requests', count)
        }
        return { status: 200, text: await front.execute(asked, caller, { ...marks, countRequests }) }
      }
      // Headers that hooks have set (CORS) would be lost with the raw response.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      await eventStream(front, identity.revocations, { request: asked, caller, marks }, reply.raw)
      return undefined
    } catch (error) {
      if (error instanceof RequestCanceled) return undefined
      const status = error instanceof CodedError ? (atDoor ? error.status : 200) : 500
      return { status, text: `{"errors":${graphErrors(error, request.id, front.log)}}` }
    }
  }

  const send = (request: FastifyRequest, reply: FastifyReply, given: Answer | undefined) => {
    if (!given) return reply
    const newer = request.headers.accept?.includes(responseType)
    // Only the newer media type tells by its status that nothing was executed.
    const refused = newer && given.status === 200 && !given.text.includes('"data":')
    return reply
      .code(refused ? 400 : given.status)
      .type(`${newer ? responseType : 'application/json'}; charset=utf-8`)
      .send(given.text)
  }

  app.post('/graphql', { bodyLimit: maxBytes }, async (request, reply) =>
    send(request, reply, await answer(request, reply, () => readRequest(request.body))),
  )
  app.get('/graphql', async (request, reply) =>
    send(request, reply, await answer(request, reply, () => readQueryString(request.query))),
  )
}

function refuseMutation(
  front: GraphFront,
  asked: GraphQLRequest,
  caller: Parameters<GraphFront['prepare']>[1],
): void {
  const operation = front.prepare(asked, caller)
  if (!('errors' in operation) && operation.type === 'mutation') throw getReadsOnly()
}
