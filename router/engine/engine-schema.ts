import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql'
import { AccessMap } from './authorization/access-map.ts'
import { contractFields } from './authorization/contract-fields.ts'
import { contractSchema } from './authorization/contract-schema.ts'
import { type CostDirectives, readCostDirectives } from './cost/cost-directives.ts'
import { TypeFamilies } from './type-families.ts'

/** What an engine knows of its supergraph. */
export interface EngineSchema {
  readonly planner: QueryPlanner
  /** The schema that clients see. */
  readonly client: GraphQLSchema
  /** The types of the supergraph's own schema, with what clients do not see. */
  readonly supergraphTypes: TypeFamilies
  /** What its directives protect. */
  readonly accessMap: AccessMap
  /** The schemas of contracts, by name. */
  readonly contracts: ReadonlyMap<string, GraphQLSchema>
  /** What its directives say about the cost of fields. */
  readonly costs: CostDirectives
}

/**
 * Reads a supergraph at once. For ours that is 20 ms in which nothing else happens; 70 ms in a process that just began.
 * @param contracts names of tags whose fields make schemas of their own
 * @throws Error when it is none, protects in a way that is not known here, or has contracts that make no schema
 */
export function engineSchema(supergraph: string, contracts: readonly string[] = []): EngineSchema {
  const steps = readSchema(supergraph, contracts)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * Reads a supergraph bit by bit, for a router that answers meanwhile.
 * @param turn lets other work happen
 */
export async function engineSchemaInSlices(
  supergraph: string,
  contracts: readonly string[],
  turn: () => Promise<void>,
): Promise<EngineSchema> {
  const steps = readSchema(supergraph, contracts)
  for (;;) {
    const { done, value } = steps.next()
    await turn()
    if (done) return value
  }
}

/** The reading, with a pause behind each part. */
function* readSchema(supergraph: string, contracts: readonly string[]): Generator<void, EngineSchema, void> {
  const planner = new QueryPlanner(supergraph)
  yield
  const clientDocument = parse(planner.consumerSchema, { noLocation: true })
  const client = buildASTSchema(clientDocument, { assumeValid: true, assumeValidSDL: true })
  yield
  const document = parse(supergraph, { noLocation: true })
  yield
  const supergraphTypes = new TypeFamilies(
    buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
  )
  yield
  const costs = readCostDirectives(document)
  yield
  const accessMap = new AccessMap(document, supergraphTypes)
  yield
  const fields = contractFields(document)
  const schemas = new Map<string, GraphQLSchema>()
  for (const contract of contracts) {
    schemas.set(contract, contractSchema(contract, clientDocument, fields.get(contract) ?? new Set()))
    yield
  }
  return { planner, client, supergraphTypes, costs, accessMap, contracts: schemas }
}
