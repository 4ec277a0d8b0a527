import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { mercurius } from 'mercurius'
import { z } from 'zod'
import { badUserInput } from '../errors/bad-user-input.ts'
import { CodedError } from '../errors/coded-error.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { ServiceContext } from '../service/service-context.ts'
import { formatError } from './format-error.ts'
import { type Identify, tokenIn } from './identify.ts'
import { singleOperation } from './single-operation.ts'

const graphRequest = z.object({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/** Deeper documents than any router's plan need; they are not parsed. */
const maxTokens = 50_000

/** POST /graphql: queries and mutations, compiled at their second use. */
export async function serveHttpGraph(
  app: FastifyInstance,
  schema: GraphQLSchema,
  ctx: ServiceContext,
  identify: Identify,
  metrics: Metrics,
): Promise<void> {
  await app.register(mercurius, {
    schema,
    jit: 1,
    routes: false,
    graphiql: false,
    allowBatchedQueries: false,
    graphql: { parseOptions: { maxTokens } },
    validationRules: [singleOperation],
    // Errors are worded below, where the request's id is known.
    errorFormatter: (execution) => ({
      statusCode: 200,
      response: { data: execution.data ?? null, errors: execution.errors },
    }),
  })

  app.post('/graphql', async (request, reply) => {
    const began = performance.now()
    const shown = (error: unknown): ReturnType<typeof formatError> => formatError(error, request.id, ctx.log)
    const outcome = (operation: string, name: string): void =>
      metrics.graphqlSeconds.with('', operation, name).observe((performance.now() - began) / 1_000)
    try {
      const body = graphRequest.safeParse(request.body)
      if (!body.success) throw badUserInput({ reason: z.prettifyError(body.error) })
      const { query, variables, operationName } = body.data
      const context = await identify(tokenIn(request.headers), request.id)
      const result = await app.graphql(query, { ...context }, variables ?? {}, operationName ?? undefined)
      outcome(operationIn(query), result.errors?.length ? 'errors' : 'ok')
      return result.errors?.length ? { ...result, errors: result.errors.map(shown) } : result
    } catch (error) {
      outcome('unknown', 'refused')
      const status = error instanceof CodedError ? error.status : 200
      return reply.code(status).send({ data: null, errors: requestErrors(error).map(shown) })
    }
  })
}

/** Mercurius throws one error that holds those of the syntax, the validation or the variables. */
function requestErrors(error: unknown): unknown[] {
  const held = error instanceof Error && 'errors' in error ? error.errors : undefined
  return Array.isArray(held) && held.length > 0 ? held : [error]
}

function operationIn(query: string): 'mutation' | 'query' {
  return /^\s*mutation\b/.test(query) ? 'mutation' : 'query'
}
