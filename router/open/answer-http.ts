import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine } from '../engine/engine.ts'
import { RequestCanceled } from '../engine/errors.ts'
import { answerEventStream } from './answer-event-stream.ts'
import { openContext } from './open-context.ts'
import { BadHttpRequest, readRequest } from './read-request.ts'

/** Answers one HTTP request; never rejects. */
export async function answerHttp(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route(engine, request, response)
  } catch (error) {
    if (error instanceof RequestCanceled) return
    const status = error instanceof BadHttpRequest ? error.status : 500
    if (status === 500) console.error(error)
    const message = error instanceof BadHttpRequest ? error.message : 'The router failed'
    const code = status === 500 ? 'INTERNAL' : 'BAD_REQUEST'
    // what is left of a refused body is not read
    if (!request.complete) response.setHeader('connection', 'close')
    send(response, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }))
  }
}

async function route(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?', 1)[0]
  if (path === '/health/live') return send(response, 200, '{"status":"live"}')
  if (path !== '/graphql') throw new BadHttpRequest(404, 'GraphQL is at /graphql')
  if (request.method !== 'POST' && request.method !== 'GET') {
    response.setHeader('allow', 'GET, POST')
    throw new BadHttpRequest(405, 'GraphQL is asked by POST or GET')
  }
  const asked = await readRequest(request)
  const operation = engine.prepare(asked.query, asked.operationName)
  const refused = 'errors' in operation
  if (request.method === 'GET' && !refused && operation.type === 'mutation') {
    response.setHeader('allow', 'POST')
    throw new BadHttpRequest(405, 'A mutation is asked by POST')
  }
  const context = openContext(new ClientLeft(response))
  const accept = request.headers.accept ?? ''
  if (accept.includes('text/event-stream')) return answerEventStream(engine, asked, context, response)
  const type = accept.includes(resultType) ? resultType : 'application/json'
  const text = await engine.execute(asked, context)
  send(response, refused && type === resultType ? 400 : 200, text, type)
}

/** Whether the client left before its answer was written: asked, not listened to, as an AbortSignal would cost more. */
class ClientLeft {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
  }

  get aborted(): boolean {
    return this.#response.destroyed && !this.#response.writableFinished
  }
}

const resultType = 'application/graphql-response+json'

function send(response: ServerResponse, status: number, text: string, type = 'application/json'): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
