import type { IncomingMessage, ServerResponse } from 'node:http'
import { CodedError } from '#platform/errors/coded-error.ts'
import type { Engine } from '../engine/engine.ts'
import { RequestCanceled } from '../engine/errors.ts'
import { answerStatus } from '../graphql-http/answer-status.ts'
import { getReadsOnly } from '../graphql-http/errors.ts'
import { negotiate, resultTypeFor } from '../graphql-http/negotiate.ts'
import { answerEventStream } from './answer-event-stream.ts'
import { notGraphql } from './errors.ts'
import { openContext } from './open-context.ts'
import { readOpenRequest } from './read-open-request.ts'

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
    const refusal = error instanceof CodedError ? error : undefined
    if (!refusal) console.error(error)
    const { message, code, parameters, status } = refusal ?? failed
    // what is left of a refused body is not read
    if (!request.complete) response.setHeader('connection', 'close')
    if (status === 405) response.setHeader('allow', 'GET, POST')
    const text = JSON.stringify({ errors: [{ message, extensions: { code, parameters } }] })
    send(response, status, text, resultTypeFor(request.headers.accept))
  }
}

const failed = { message: 'The router failed', code: 'INTERNAL', parameters: {}, status: 500 }

async function route(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?', 1)[0]
  if (path === '/health/live') return send(response, 200, '{"status":"live"}', 'application/json')
  if (path !== '/graphql') throw notGraphql()
  const { result = 'application/json', events } = negotiate(request.headers.accept)
  const asked = await readOpenRequest(request)
  const operation = engine.prepare(asked.query, asked.operationName)
  const type = 'errors' in operation ? undefined : operation.type
  if (request.method === 'GET' && type === 'mutation') throw getReadsOnly()
  const context = openContext(new ClientLeft(response))
  if (events === 'always' || (events === 'for-subscriptions' && type === 'subscription')) {
    return answerEventStream(engine, asked, context, response)
  }
  const text = type ? await engine.execute(asked, context) : JSON.stringify(operation)
  send(response, answerStatus(result, text), text, result)
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

function send(response: ServerResponse, status: number, text: string, type: string): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
