import type { Server } from 'node:http'
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { type Extra, useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { CodedError } from '../errors/coded-error.ts'
import { defineError } from '../errors/define-error.ts'
import { unauthenticated } from '../errors/unauthenticated.ts'
import { identityHeader } from '../identity/internal-identity.ts'
import type { RequestContext, ServiceContext } from '../service/service-context.ts'
import { formatError } from './format-error.ts'
import { type Identify, requestIdIn, tokenIn } from './identify.ts'
import { subscribeLive } from './live-execution.ts'
import { singleOperation } from './single-operation.ts'

const tooManySubscriptions = defineError<{ max: number }>(
  'TOO_MANY_SUBSCRIPTIONS',
  429,
  ({ max }) => `One connection carries at most ${max} subscriptions.`,
)

const maxMessageBytes = 1_048_576

interface Socket extends Record<PropertyKey, unknown> {
  /** Running subscriptions. */
  count: number
  requestId: string
  /** Whose the connection is. The token lives for a minute, the connection longer: it was proved at its beginning. */
  context: RequestContext
}

/**
 * Subscriptions by graphql-transport-ws on /graphql. A connection proves its identity when it begins (connection
 * parameter or header `x-throughline-identity`); a single subscription may run under another one, given in its
 * `extensions`.
 * @returns closes every connection with 1001, so that clients come back
 */
export function serveSocketGraph(
  http: Server,
  schema: GraphQLSchema,
  ctx: ServiceContext,
  identify: Identify,
  maxSubscriptions: number,
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  http.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/graphql') {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
  })

  type Connection = { extra: Extra & Partial<Socket> }
  const shown = ({ extra }: Connection, error: unknown): ReturnType<typeof formatError> =>
    formatError(error, extra.requestId ?? '', ctx.log)

  const server = useServer<Record<string, unknown>, Socket>(
    {
      async onConnect({ extra, connectionParams }) {
        const given = connectionParams?.[identityHeader]
        const token = typeof given === 'string' ? given : tokenIn(extra.request.headers)
        const requestId = requestIdIn(extra.request.headers)
        try {
          const context = await identify(token, requestId)
          Object.assign(extra, { count: 0, requestId, context } satisfies Socket)
          return true
        } catch {
          // 4403; a reason would tell a forger which check failed.
          return false
        }
      },

      async onSubscribe(connection, _id, payload): Promise<ExecutionArgs | GraphQLError[]> {
        const { extra } = connection
        try {
          if ((extra.count ?? 0) >= maxSubscriptions) throw tooManySubscriptions({ max: maxSubscriptions })
          const token = payload.extensions?.[identityHeader]
          const contextValue =
            typeof token === 'string' ? await identify(token, extra.requestId ?? '') : extra.context
          if (!contextValue) throw unauthenticated()
          const document = parse(payload.query, { maxTokens: 50_000 })
          const mistakes = validate(schema, document, [...specifiedRules, singleOperation])
          if (mistakes.length > 0) return [...mistakes]
          if (getOperationAST(document)?.operation !== 'subscription') {
            return [
              new GraphQLError('Send queries and mutations by HTTP.', {
                extensions: { code: 'BAD_USER_INPUT' },
              }),
            ]
          }
          extra.count = (extra.count ?? 0) + 1
          return { schema, document, variableValues: payload.variables, contextValue }
        } catch (error) {
          return [asGraphQLError(error)]
        }
      },

      subscribe: subscribeLive,
      onComplete({ extra }) {
        extra.count = (extra.count ?? 1) - 1
      },

      onError: (connection, _id, _payload, errors) => errors.map((error) => shown(connection, error)),
      onNext(connection, _id, _payload, _args, { errors, ...result }) {
        return errors ? { ...result, errors: errors.map((error) => shown(connection, error)) } : result
      },
    },
    sockets,
  )
  return async () => {
    await server.dispose()
  }
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const originalError = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(originalError instanceof CodedError ? originalError.message : 'refused', {
    originalError,
  })
}
