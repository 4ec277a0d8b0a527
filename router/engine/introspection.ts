import {
  type DocumentNode,
  executeSync,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { JsonObject } from './json.ts'
import type { Fragments } from './projection/collect-fields.ts'

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
  const mine = filterRoot(definition.selectionSet, fragments, (name) => name.startsWith('__'))
  if (!mine) return undefined
  const theirs = filterRoot(definition.selectionSet, fragments, (name) => !name.startsWith('__'))
  const asked = filterRoot(
    definition.selectionSet,
    fragments,
    (name) => name === '__schema' || name === '__type',
  )
  const document = (selectionSet: SelectionSetNode): DocumentNode => ({
    kind: Kind.DOCUMENT,
    definitions: [{ ...definition, selectionSet }, ...fragments.values()],
  })
  return {
    planned: theirs && document(theirs),
    introspect:
      asked && introspection(document(asked), schema, Boolean(definition.variableDefinitions?.length)),
  }
}

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

/** The root fields that `wanted` names; fragments at the root are written out, those below stay as they are. */
function filterRoot(
  set: SelectionSetNode,
  fragments: Fragments,
  wanted: (fieldName: string) => boolean,
): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return wanted(selection.name.value) ? [selection] : []
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    if (!fragment) return []
    const inside = filterRoot(fragment.selectionSet, fragments, wanted)
    if (!inside) return []
    const { typeCondition } = fragment
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(typeCondition ? { typeCondition } : {}),
        ...(selection.directives ? { directives: selection.directives } : {}),
        selectionSet: inside,
      },
    ]
  })
  return selections.length ? { kind: Kind.SELECTION_SET, selections } : undefined
}
