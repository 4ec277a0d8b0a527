import type { IncomingMessage, ServerResponse } from 'node:http'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { GraphQLRequest } from '../../engine/operation.ts'
import type { Caller } from '../../identity/caller.ts'
import type { Revocations } from '../../identity/revocations.ts'
import type { Bounds } from '../../live/bounds.ts'
import { slowConsumer } from '../../live/errors.ts'
import type { LiveClient } from '../../live/live-client.ts'
import {
  countedName,
  type LiveLimits,
  tooManyConnections,
  tooManySubscriptions,
} from '../limits/live-limits.ts'
import { onCallerEnd } from './caller-end.ts'
import { EventStreamSink } from './event-stream-sink.ts'
import { graphErrors } from './graph-errors.ts'
import type { GraphFront } from './graph-front.ts'
import type { RequestMarks } from './subgraph-context.ts'

const lastWordsMs = 2_000

/** What all event streams share. */
export interface EventStreamParts {
  front: GraphFront
  revocations: Revocations
  limits: LiveLimits
  bounds: Bounds
  heartbeatMs: number
  addressOf(request: IncomingMessage): string
  /** The streams that follow something now. */
  running: Set<ServerResponse>
}

/** One client's operation. */
export interface Asked {
  request: GraphQLRequest
  caller: Caller
  marks: RequestMarks
  /** The header `Last-Event-ID`: the cursor of the last event that the client has seen. */
  lastEventId: string | undefined
}

/**
 * Answers one operation as server-sent events, the "distinct connections mode" of GraphQL over SSE: `next` for each
 * result, then `complete`. The connection ends with the operation.
 */
export async function eventStream(
  parts: EventStreamParts,
  asked: Asked,
  response: ServerResponse,
): Promise<void> {
  const { front } = parts
  const { request, caller, marks } = asked
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': marks.requestId,
  })
  response.write(':\n\n')
  const next = (text: string) => response.write(`event: next\ndata: ${text}\n\n`)
  try {
    const operation = front.prepare(request, caller)
    if ('errors' in operation) next(JSON.stringify(operation))
    else if (operation.type === 'subscription') await follow(parts, asked, response)
    else next(await front.execute(request, caller, marks))
  } catch (error) {
    if (!response.writableEnded && !response.destroyed) next(refusal(error, parts, asked))
  }
  if (!response.writableEnded) response.end('event: complete\ndata:\n\n')
}

/** Ends when the subscription or the connection does. */
async function follow(parts: EventStreamParts, asked: Asked, response: ServerResponse): Promise<void> {
  const { limits, addressOf } = parts
  const name = countedName(asked.caller.viewer)
  const wanted = [
    [limits.connections, '', tooManyConnections],
    [limits.addresses, addressOf(response.req), tooManyConnections],
    [limits.viewers, name, tooManyConnections],
    [limits.subscriptions, name, tooManySubscriptions],
  ] as const
  const taken: Array<() => void> = []
  try {
    for (const [limit, key, refused] of wanted) {
      if (!limit.take(key)) throw refused({ max: limit.max })
      taken.push(() => limit.give(key))
    }
    await followed(parts, asked, response)
  } finally {
    for (const give of taken) give()
  }
}

async function followed(parts: EventStreamParts, asked: Asked, response: ServerResponse): Promise<void> {
  const { front, revocations, bounds, heartbeatMs, running } = parts
  const { request, caller, lastEventId } = asked
  const over = Promise.withResolvers<void>()
  /** Says why and ends, whether the client still reads or not. */
  const cutOff = (error: unknown) => {
    response.end(`event: next\ndata: ${refusal(error, parts, asked)}\n\nevent: complete\ndata:\n\n`)
    setTimeout(() => response.destroy(), lastWordsMs).unref()
    over.resolve()
  }
  const sink = new EventStreamSink(response, over.resolve, () => cutOff(slowConsumer()))
  const client = front.follow(request, caller, {
    sink,
    room: { ...bounds, waiting: 0 },
    ...(lastEventId === undefined ? {} : { after: lastEventId }),
  })
  if ('errors' in client) {
    response.write(`event: next\ndata: ${JSON.stringify(client)}\n\n`)
    return
  }
  const leave = () => {
    client.leave()
    over.resolve()
  }
  const unwatch = onCallerEnd(caller, revocations, () => {
    client.leave()
    cutOff(unauthenticated())
  })
  const heartbeat = setInterval(() => beat(client, sink, response), heartbeatMs)
  running.add(response)
  response.once('close', leave)
  response.on('drain', () => client.flush())
  if (response.destroyed) leave()
  try {
    await over.promise
  } finally {
    running.delete(response)
    clearInterval(heartbeat)
    unwatch()
    client.leave()
  }
}

/** Tells where the topic stands, or only that the line is there. */
function beat(client: LiveClient, sink: EventStreamSink, response: ServerResponse): void {
  if (response.writableNeedDrain) return
  const { position } = client
  if (position) sink.tell(position)
  else response.write(':\n\n')
}

function refusal(error: unknown, { front }: EventStreamParts, { marks }: Asked): string {
  return `{"errors":${graphErrors(error, marks.requestId, front.log)},"data":null}`
}
