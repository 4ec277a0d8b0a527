import { readFile } from 'node:fs/promises'
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import { type GraphQLFieldConfigMap, type GraphQLSchema, parse } from 'graphql'
import { scalars } from '../graph/scalars.ts'

/** A subgraph's resolvers: by type and field, with `__resolveReference`, `__resolveType` and scalars of its own. */
export type Resolvers = object

/**
 * The executable federation schema of an SDL file. The platform's scalars come with it.
 * @throws Error when resolvers name a type or field that the SDL does not have
 */
export async function readGraphSchema(file: URL, resolvers: Resolvers): Promise<GraphQLSchema> {
  const typeDefs = parse(await readFile(file, 'utf8'))
  const map = { ...scalars, ...resolvers } as unknown as GraphQLResolverMap<unknown>
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: map }])
  refuseStrays(schema, resolvers)
  valueOfLiveEvents(schema)
  return schema
}

/** buildSubgraphSchema leaves out a resolver that fits no field; a misspelt one would never run. */
function refuseStrays(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers as Record<string, object>)) {
    const type = schema.getType(typeName)
    if (!type) throw new Error(`the resolvers name ${typeName}, which the schema does not have`)
    if (!('getFields' in type)) continue
    const known = type.getFields() as GraphQLFieldConfigMap<unknown, unknown>
    const stray = Object.keys(fields).find((field) => !field.startsWith('__') && !(field in known))
    if (stray) throw new Error(`the resolvers name ${typeName}.${stray}, which the schema does not have`)
  }
}

/** A subscription field without a resolver of its own gives its live event's value. */
function valueOfLiveEvents(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    field.resolve ??= (event: { value: unknown }) => event.value
  }
}
