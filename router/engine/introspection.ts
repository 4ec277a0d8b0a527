import { type DocumentNode, executeSync, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { JsonObject } from './json.ts'
import type { Fragments } from './projection/collect-fields.ts'
import { withRootFields } from './root-selection.ts'

/** An operation taken apart: what the subgraphs know, and what the router answers itself. */
export interface SplitOperation {
  /** The operation without root fields of the router's own; undefined when nothing is left. */
  planned: DocumentNode | undefined
  introspect: ((variables: JsonObject) => JsonObject) | undefined
}

/**
 * Takes `__schema`, `__type` and `__typename` out of an operation's root.
 * @returns undefined when there are none, so that the operation can be planned as it is
 */
export function splitIntrospection(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
): SplitOperation | undefined {
  const mine = withRootFields(definition, fragments, ({ name }) => name.value.startsWith('__'))
  if (!mine) return undefined
  const asked = withRootFields(definition, fragments, ({ name }) => introspectionFields.has(name.value))
  return {
    planned: withRootFields(definition, fragments, ({ name }) => !name.value.startsWith('__')),
    introspect: asked && introspection(asked, schema, Boolean(definition.variableDefinitions?.length)),
  }
}

const introspectionFields: ReadonlySet<string> = new Set(['__schema', '__type'])

/** The schema does not change while an engine lives: without variables the answer is worked out once. */
function introspection(document: DocumentNode, schema: GraphQLSchema, hasVariables: boolean) {
  let known: JsonObject | undefined
  return (variables: JsonObject): JsonObject => {
    if (known) return known
    const { data } = executeSync({ schema, document, variableValues: variables })
    const answer = (data ?? {}) as JsonObject
    if (!hasVariables) known = answer
    return answer
  }
}
