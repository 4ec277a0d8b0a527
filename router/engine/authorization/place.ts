import { Kind, type FragmentDefinitionNode, type InlineFragmentNode } from 'graphql'
import type { TypeFamilies } from '../type-families.ts'

/** Where a selection stands: the type it is made on, and the object types that can be there. */
export interface Place {
  /** The type whose fields are selected, by the innermost type condition. */
  readonly type: string
  /** Narrowed by every fragment around; an interface within a fragment on one object type is only that object. */
  readonly possible: ReadonlySet<string>
}

/** The place under a field that gives this type. */
export function placeOf(type: string, types: TypeFamilies): Place {
  return { type, possible: types.objectsOf(type) }
}

/**
 * The place inside a fragment. Where the conditions exclude each other nothing is ever found; the rules of the
 * innermost one hold then, as the selection is still sent to a subgraph.
 */
export function placeInside(
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  around: Place,
  types: TypeFamilies,
): Place {
  if (typeCondition?.kind !== Kind.NAMED_TYPE) return around
  const type = typeCondition.name.value
  const objects = types.objectsOf(type)
  const possible = new Set([...around.possible].filter((name) => objects.has(name)))
  return { type, possible: possible.size ? possible : objects }
}

/** Whether every object that the outer place can have is one of the inner place too. */
export function coversAll(inner: Place, outer: Place): boolean {
  return [...outer.possible].every((name) => inner.possible.has(name))
}

/** The types whose rules hold at a place: the objects', and the interface's own as long as nothing narrows it. */
export function typesAt({ type, possible }: Place, types: TypeFamilies): readonly string[] {
  const whole = !possible.has(type) && types.objectsOf(type).size === possible.size
  return whole ? [type, ...possible] : [...possible]
}
