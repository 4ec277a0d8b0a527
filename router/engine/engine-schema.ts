import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { buildASTSchema, buildSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import { type CostDirectives, readCostDirectives } from './cost/cost-directives.ts'

/** What an engine knows of its supergraph. */
export interface EngineSchema {
  readonly planner: QueryPlanner
  /** The schema that clients see. */
  readonly client: GraphQLSchema
  /** The supergraph's own schema, with what clients do not see. */
  readonly whole: GraphQLSchema
  /** What its directives say about the cost of fields. */
  readonly costs: CostDirectives
}

/** Reads a supergraph at once. For ours that is 20 ms in which nothing else happens; 70 ms in a process that just began. */
export function engineSchema(supergraph: string): EngineSchema {
  const planner = new QueryPlanner(supergraph)
  const document = parse(supergraph, { noLocation: true })
  return {
    planner,
    client: clientSchema(planner),
    whole: wholeSchema(document),
    costs: readCostDirectives(document),
  }
}

/**
 * Reads a supergraph bit by bit, for a router that answers meanwhile.
 * @param turn lets other work happen
 */
export async function engineSchemaInSlices(
  supergraph: string,
  turn: () => Promise<void>,
): Promise<EngineSchema> {
  const planner = new QueryPlanner(supergraph)
  await turn()
  const client = clientSchema(planner)
  await turn()
  const document = parse(supergraph, { noLocation: true })
  await turn()
  const whole = wholeSchema(document)
  await turn()
  const costs = readCostDirectives(document)
  await turn()
  return { planner, client, whole, costs }
}

function clientSchema({ consumerSchema }: QueryPlanner): GraphQLSchema {
  return buildSchema(consumerSchema, { assumeValid: true })
}

function wholeSchema(document: DocumentNode): GraphQLSchema {
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true })
}
