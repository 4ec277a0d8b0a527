import { type FieldNode, type GraphQLArgument, type ValueNode, valueFromAST, visit } from 'graphql'
import type { JsonObject } from '../json.ts'

/** Gives an argument's value for a request; `undefined` when it is neither given nor has a default. */
export interface ArgumentReader {
  read(variables: JsonObject): unknown
  /** Whether the variables decide it. */
  open: boolean
}

/** Compiles the reading of one argument, defaults filled in. */
export function readArgument(field: FieldNode, argument: GraphQLArgument): ArgumentReader {
  const node = field.arguments?.find(({ name }) => name.value === argument.name)?.value
  const read = (variables: JsonObject): unknown => {
    const value: unknown = node && valueFromAST(node, argument.type, variables)
    return value === undefined ? argument.defaultValue : value
  }
  if (node && holdsVariable(node)) return { read, open: true }
  const known = read({})
  return { read: () => known, open: false }
}

function holdsVariable(node: ValueNode): boolean {
  let found = false
  visit(node, {
    Variable() {
      found = true
    },
  })
  return found
}
