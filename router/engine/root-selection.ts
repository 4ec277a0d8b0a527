import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Fragments } from './projection/collect-fields.ts'

/**
 * A document with the same operation, but of its root fields only those wanted. Fragments at the root are written out,
 * those below stay as they are.
 * @returns undefined when no root field is wanted
 */
export function withRootFields(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  wanted: (field: FieldNode) => boolean,
): DocumentNode | undefined {
  const selectionSet = filterRoot(definition.selectionSet, fragments, wanted)
  if (!selectionSet) return undefined
  return { kind: Kind.DOCUMENT, definitions: [{ ...definition, selectionSet }, ...fragments.values()] }
}

/** The keys of an operation's root fields, in the response's order. */
export function rootKeysOf(definition: OperationDefinitionNode, fragments: Fragments): string[] {
  const keys = new Set<string>()
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        keys.add(responseKey(selection))
        continue
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (fragment) collect(fragment.selectionSet)
    }
  }
  collect(definition.selectionSet)
  return [...keys]
}

/** The key under which the response holds a field. */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value
}

function filterRoot(
  set: SelectionSetNode,
  fragments: Fragments,
  wanted: (field: FieldNode) => boolean,
): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return wanted(selection) ? [selection] : []
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    const inside = fragment && filterRoot(fragment.selectionSet, fragments, wanted)
    if (!inside) return []
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
        ...(selection.directives ? { directives: selection.directives } : {}),
        selectionSet: inside,
      },
    ]
  })
  return selections.length ? { kind: Kind.SELECTION_SET, selections } : undefined
}
