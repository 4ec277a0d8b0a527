import type { ServerResponse } from 'node:http'
import type { Engine } from '../engine/engine.ts'
import type { GraphQLRequest } from '../engine/operation.ts'
import type { RequestContext } from '../engine/transport.ts'

const heartbeatMs = 12_000

/** Answers as server-sent events, one operation for each connection (graphql-sse, distinct connections mode). */
export async function answerEventStream(
  engine: Engine,
  asked: GraphQLRequest,
  context: RequestContext,
  response: ServerResponse,
): Promise<void> {
  const results = await resultsOf(engine, asked, context)
  response.once('close', () => void results.return?.())
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  response.flushHeaders()
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs)
  try {
    for (;;) {
      const { done, value } = await results.next()
      if (done || response.destroyed) break
      const slow = !response.write(`event: next\ndata: ${value}\n\n`)
      if (slow && !response.destroyed) await writable(response)
    }
  } finally {
    clearInterval(heartbeat)
  }
  response.end('event: complete\ndata:\n\n')
}

async function resultsOf(
  engine: Engine,
  asked: GraphQLRequest,
  context: RequestContext,
): Promise<AsyncIterator<string>> {
  const operation = engine.prepare(asked.query, asked.operationName)
  if ('errors' in operation) return single(JSON.stringify(operation))
  if (operation.type !== 'subscription') return single(await engine.execute(asked, context))
  const subscribed = await engine.subscribe(asked, context)
  return 'errors' in subscribed ? single(JSON.stringify(subscribed)) : subscribed.events
}

async function* single(text: string): AsyncGenerator<string> {
  yield text
}

/** Waits until the reader has caught up, or is gone. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.once('drain', done).once('close', done)
  })
}
