import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import { type ExecutionResult, GraphQLError } from 'graphql'
import type { ResponseError } from '../../engine/errors.ts'
import type { Caller } from '../../identity/caller.ts'
import { graphErrors } from '../graphql/graph-errors.ts'
import type { CurrentGraph } from '../../supergraph/current-graph.ts'
import type { Graph } from '../../supergraph/graph.ts'
import type { GraphFront } from '../graphql/graph-front.ts'
import type { RequestMarks } from '../graphql/subgraph-context.ts'

type GatewayInterface = ApolloServerOptionsWithGateway<PartnerContext>['gateway']

/** What Apollo Server carries through a partner's request. */
export interface PartnerContext {
  caller: Caller
  marks: RequestMarks
}

/**
 * Our engine in the place of Apollo's gateway: Apollo Server parses, validates, keeps persisted queries and runs
 * plugins; the plan, its execution and the partners' contract are the same as on every other way in. Swapped graphs reach
 * it by its own way for new schemas.
 */
export function engineGateway(current: CurrentGraph, front: GraphFront): GatewayInterface {
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>()
  const tell = ({ engine, supergraph }: Graph) => {
    for (const listener of listeners)
      listener({ apiSchema: engine.schemaOf('partner'), coreSupergraphSdl: supergraph.sdl })
  }
  let forget = () => {}
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async load() {
      tell(current.graph)
      forget = current.onSwap(tell)
      return {
        executor: async ({ source, request, context }) => {
          const { caller, marks } = context as PartnerContext
          try {
            const { operationName, variables } = request
            const asked = {
              query: source,
              operationName: operationName ?? null,
              variables: variables ?? null,
            }
            return readResult(await front.execute(asked, caller, marks))
          } catch (error) {
            return readResult(`{"errors":${graphErrors(error, marks.requestId, front.log)}}`)
          }
        },
      }
    },
    async stop() {
      forget()
      listeners.clear()
    },
  }
}

/** Apollo Server takes an error for its code only when it is a GraphQLError. */
function readResult(text: string): ExecutionResult<Record<string, unknown>> {
  const { errors, ...result } = JSON.parse(text) as {
    data?: Record<string, unknown> | null
    errors?: ResponseError[]
  }
  if (!errors) return result
  return {
    ...result,
    errors: errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
  }
}
