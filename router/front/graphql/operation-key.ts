import { Kind, visit } from 'graphql'
import type { GraphQLRequest, Operation } from '../../engine/operation.ts'

const known = new WeakMap<Operation, { cursor: string | undefined }>()

/**
 * Equal for subscriptions whose results look the same: text, name and variables. The variable that only says where to
 * begin (`after:`) is left out, so that all who follow a topic share the work, wherever each of them came from.
 */
export function operationKey(
  operation: Operation,
  { query, operationName, variables }: GraphQLRequest,
): string {
  let found = known.get(operation)
  if (!found) known.set(operation, (found = { cursor: cursorVariable(operation) }))
  if (!variables || found.cursor === undefined) return JSON.stringify([query, operationName, variables])
  const { [found.cursor]: _cursor, ...rest } = variables
  return JSON.stringify([query, operationName, rest])
}

/** The variable that is a root field's `after` and nothing else. */
function cursorVariable({ document, definition }: Operation): string | undefined {
  const uses = new Map<string, number>()
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  })
  for (const selection of definition.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue
    const value = selection.arguments?.find(({ name }) => name.value === 'after')?.value
    if (value?.kind === Kind.VARIABLE && uses.get(value.name.value) === 1) return value.name.value
  }
  return undefined
}
