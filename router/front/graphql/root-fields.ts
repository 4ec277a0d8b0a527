import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import type { Operation } from '../../engine/operation.ts'

const known = new WeakMap<Operation, ReadonlySet<string>>()

/**
 * The names of all fields under an operation's root, fragments expanded, those that a directive may skip included.
 */
export function rootFieldsOf(operation: Operation): ReadonlySet<string> {
  let names = known.get(operation)
  if (!names) known.set(operation, (names = collect(operation)))
  return names
}

function collect({ document, definition }: Operation): ReadonlySet<string> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  }
  const names = new Set<string>()
  const spread = new Set<string>()
  const walk = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet)
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(definition.selectionSet)
  return names
}
