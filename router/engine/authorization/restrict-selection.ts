import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { type Guard, guardOf } from '../projection/guard.ts'
import { responseKey } from '../root-selection.ts'
import { type AccessRule, ruleKey } from './access-rule.ts'
import { coversAll, type Place, placeInside } from './place.ts'
import { fieldType, placeBelow, type SelectionScope } from './selection-scope.ts'

/** A denied field: where its null stands, and what the variables must be for it to stand there. */
export interface Denial {
  path: readonly string[]
  guard: Guard
}

/** A selection for a viewer who may not see all of it. Fragments are written out: they may differ from place to place. */
export interface RestrictedSelection {
  /** What the subgraphs are asked. */
  sent: SelectionNode[]
  /** What the answer holds. */
  shown: SelectionNode[]
  /** Whether nothing can be left of an object: a field that may not be null is denied on it, always. */
  lost: boolean
}

export interface Restriction {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  scope: SelectionScope
  denies(rule: AccessRule): boolean
  /** Whether the operation's own fields have effects or events, so that an allowed one is asked whatever it may give. */
  rootCounts: boolean
  /** Filled: nodes of `shown` whose value is null for this viewer. */
  denied: Set<FieldNode>
  /** Filled: nodes of `shown` that are not asked for, as what is denied below makes them null. */
  unasked: Set<FieldNode>
  /** Filled: what the viewer is told. */
  denials: Denial[]
}

/** Takes what is denied out of a selection. */
export function restrictSelection(
  set: SelectionSetNode,
  place: Place,
  path: readonly string[],
  guard: Guard,
  restriction: Restriction,
): RestrictedSelection {
  const result: RestrictedSelection = { sent: [], shown: [], lost: false }
  for (const selection of set.selections) {
    const inside = guardOf(selection.directives, guard)
    if (!inside) continue
    const always = inside.length === guard.length
    if (selection.kind === Kind.FIELD) {
      const lost = restrictField(selection, place, path, inside, restriction, result)
      if (lost && always) result.lost = true
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : restriction.fragments.get(selection.name.value)
    if (!fragment) continue
    const within = placeInside(fragment, place, restriction.scope.types)
    const { sent, shown, lost } = restrictSelection(fragment.selectionSet, within, path, inside, restriction)
    const written = (selections: SelectionNode[]): SelectionNode => ({
      kind: Kind.INLINE_FRAGMENT,
      ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
      ...(selection.directives ? { directives: selection.directives } : {}),
      selectionSet: selectionSet(selections),
    })
    if (sent.length) result.sent.push(written(sent))
    if (shown.length) result.shown.push(written(shown))
    if (lost && always && coversAll(within, place)) result.lost = true
  }
  return result
}

/** @returns whether the object around cannot be there without this field */
function restrictField(
  original: FieldNode,
  place: Place,
  path: readonly string[],
  guard: Guard,
  restriction: Restriction,
  result: RestrictedSelection,
): boolean {
  const { scope, denied, unasked, denials } = restriction
  const name = original.name.value
  const at = [...path, responseKey(original)]
  const type = fieldType(place, name, scope.schema)
  const rule = scope.accessMap.ruleAt(place, name)
  if (restriction.denies(rule)) {
    // a node of its own: what is denied here may be allowed where the same fragment is spread again
    const node = { ...original }
    denied.add(node)
    denials.push({ path: at, guard })
    result.shown.push(node)
    return (type === undefined || isNonNullType(type)) && sameForAll(rule, place, name, scope)
  }
  const below = original.selectionSet && placeBelow(place, name, scope)
  if (!type || !below || !original.selectionSet) {
    result.sent.push(original)
    result.shown.push(original)
    return false
  }
  const deniedBefore = denials.length
  const inner = restrictSelection(original.selectionSet, below, at, guard, restriction)
  const node = { ...original, selectionSet: selectionSet(inner.shown) }
  result.shown.push(node)
  const reach = inner.lost ? nullReach(type) : 'stays inside'
  if (reach !== 'stays inside' && !(restriction.rootCounts && path.length === 0)) {
    unasked.add(node)
    return reach === 'leaves the field'
  }
  result.sent.push({
    ...original,
    selectionSet: selectionSet(sentBelow(type, inner, denials.length > deniedBefore)),
  })
  return false
}

/** Whether each object of a place is under this rule alone: else a fragment may ask the same of one of them. */
function sameForAll(
  rule: AccessRule,
  { possible }: Place,
  field: string,
  { accessMap }: SelectionScope,
): boolean {
  if (possible.size === 1) return true
  const key = ruleKey(rule)
  return [...possible].every(
    (type) => ruleKey(accessMap.ruleAt({ type, possible: new Set([type]) }, field)) === key,
  )
}

/**
 * What is asked below a field. Whether an object is there, and of which type, decides where nulls stand: that is found
 * out even where nothing else is left to ask for.
 */
function sentBelow(
  type: GraphQLOutputType,
  { sent, lost }: RestrictedSelection,
  restricted: boolean,
): SelectionNode[] {
  if (lost || sent.length === 0) return [typename]
  return restricted && isAbstractType(getNamedType(type)) ? [...sent, typename] : sent
}

/** How far the null of an object reaches that is at the bottom of a field's type. */
function nullReach(type: GraphQLOutputType): 'stays inside' | 'reaches the field' | 'leaves the field' {
  if (isNonNullType(type)) {
    return nullReach(type.ofType) === 'stays inside' ? 'stays inside' : 'leaves the field'
  }
  if (!isListType(type)) return 'reaches the field'
  return nullReach(type.ofType) === 'leaves the field' ? 'reaches the field' : 'stays inside'
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function selectionSet(selections: SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}
