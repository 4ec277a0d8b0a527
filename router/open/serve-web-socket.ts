import type { IncomingMessage, Server } from 'node:http'
import { GraphQLError, type ExecutionResult } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Engine } from '../engine/engine.ts'
import type { ResponseError } from '../engine/errors.ts'
import { mapEvents } from '../engine/map-events.ts'
import type { GraphQLRequest } from '../engine/operation.ts'
import { isLocalOrigin } from './is-local-origin.ts'
import { openContext } from './open-context.ts'

/**
 * Serves graphql-transport-ws at /graphql.
 * @returns ends all connections
 */
export function serveWebSocket(
  current: { readonly graph: { readonly engine: Engine } },
  server: Server,
): () => Promise<void> {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: 1024 * 1024,
    verifyClient: ({ req }: { req: IncomingMessage }) =>
      req.headers.origin === undefined || isLocalOrigin(req.headers.origin),
  })
  const handler = useServer(
    {
      onSubscribe: (_context, _id, payload) => {
        const asked: GraphQLRequest = {
          query: payload.query,
          operationName: payload.operationName ?? null,
          variables: payload.variables ?? null,
        }
        const { engine } = current.graph
        const operation = engine.prepare(asked.query, asked.operationName)
        if ('errors' in operation) return operation.errors.map(asGraphQLError)
        return {
          schema: engine.schema,
          document: operation.document,
          operationName: operation.name,
          rootValue: { engine, asked } satisfies Begun,
        }
      },
      execute: async ({ rootValue }) => {
        const { engine, asked } = rootValue as Begun
        return asResult(await engine.execute(asked, openContext()))
      },
      subscribe: async ({ rootValue }) => {
        const { engine, asked } = rootValue as Begun
        const subscribed = await engine.subscribe(asked, openContext())
        if ('errors' in subscribed) return { errors: subscribed.errors.map(asGraphQLError) }
        return mapEvents(
          subscribed.events,
          async (text) => asResult(text),
          (error) => {
            throw error
          },
        ) as AsyncGenerator<ExecutionResult>
      },
    },
    sockets,
  )
  return async () => {
    await handler.dispose()
  }
}

/** An operation ends on the engine that it began on. */
interface Begun {
  engine: Engine
  asked: GraphQLRequest
}

function asResult(text: string): ExecutionResult {
  return JSON.parse(text) as ExecutionResult
}

function asGraphQLError({ message, extensions }: ResponseError): GraphQLError {
  return new GraphQLError(message, extensions ? { extensions } : {})
}
