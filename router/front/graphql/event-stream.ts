import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { GraphQLRequest } from '../../engine/operation.ts'
import type { Caller } from '../../identity/caller.ts'
import type { Revocations } from '../../identity/revocations.ts'
import { onCallerEnd } from './caller-end.ts'
import { graphErrors } from './graph-errors.ts'
import type { GraphFront } from './graph-front.ts'
import type { RequestMarks } from './subgraph-context.ts'

const heartbeatMs = 15_000
const lastWordsMs = 2_000

/**
 * Answers one operation as server-sent events, the "distinct connections mode" of GraphQL over SSE: `next` for each
 * result, then `complete`. The connection ends with the operation.
 */
export async function eventStream(
  front: GraphFront,
  revocations: Revocations,
  { request, caller, marks }: { request: GraphQLRequest; caller: Caller; marks: RequestMarks },
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': marks.requestId,
  })
  response.write(':\n\n')
  const next = (text: string) => `event: next\ndata: ${text}\n\n`
  const refused = (error: unknown) =>
    next(`{"errors":${graphErrors(error, marks.requestId, front.log)},"data":null}`)
  /** Says why and ends, whether the client still reads or not. */
  const cutOff = (error: unknown) => {
    response.end(`${refused(error)}event: complete\ndata:\n\n`)
    setTimeout(() => response.destroy(), lastWordsMs).unref()
  }
  try {
    const operation = front.prepare(request, caller)
    if ('errors' in operation) response.write(next(JSON.stringify(operation)))
    else if (operation.type !== 'subscription')
      response.write(next(await front.execute(request, caller, marks)))
    else {
      const client = front.follow(request, caller, cutOff)
      if ('errors' in client) response.write(next(JSON.stringify(client)))
      else {
        const unwatch = onCallerEnd(caller, revocations, () => {
          void client.return()
          cutOff(unauthenticated())
        })
        const heartbeat = setInterval(() => {
          if (!response.writableNeedDrain) response.write(':\n\n')
        }, heartbeatMs)
        response.once('close', () => void client.return())
        try {
          for await (const text of client) {
            if (response.writableEnded || response.destroyed) break
            if (!response.write(next(text)))
              await Promise.race([once(response, 'drain'), once(response, 'close')])
          }
        } finally {
          clearInterval(heartbeat)
          unwatch()
        }
      }
    }
  } catch (error) {
    if (!response.writableEnded && !response.destroyed) response.write(refused(error))
  }
  if (!response.writableEnded) response.end('event: complete\ndata:\n\n')
}
