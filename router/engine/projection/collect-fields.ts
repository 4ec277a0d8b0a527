import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import type { TypeFamilies } from '../type-families.ts'
import { type Guard, guardOf } from './guard.ts'

/** A selection set with what must hold for it to count. */
export interface GuardedSelection {
  set: SelectionSetNode
  guard: Guard
}

/** All that a selection says about one key of the response. */
export interface CollectedField {
  key: string
  node: FieldNode
  guards: Guard[]
  selections: GuardedSelection[]
  /** Whether it is null whatever the data holds: the viewer may not see it. */
  withheld: boolean
}

/** Nodes of a selection that are null for a viewer. */
export interface Withheld {
  /** What the viewer may not see. */
  denied: ReadonlySet<FieldNode>
  /** What is not asked for, as something denied below leaves nothing of it. */
  unasked: ReadonlySet<FieldNode>
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/**
 * The fields that selections ask of an object of one type, in the response's order (CollectFields of the
 * specification, with the variables left open).
 */
export function collectFields(
  typeName: string,
  selections: readonly GuardedSelection[],
  fragments: Fragments,
  types: TypeFamilies,
  withheld?: Withheld,
): CollectedField[] {
  const fields = new Map<string, CollectedField>()

  const collect = (set: SelectionSetNode, around: Guard): void => {
    for (const selection of set.selections) {
      const guard = guardOf(selection.directives, around)
      if (!guard) continue
      if (selection.kind === Kind.FIELD) {
        addField(fields, selection, guard, withheld)
        continue
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (!fragment) continue
      const condition = fragment.typeCondition?.name.value
      if (!condition || condition === typeName || types.objectsOf(condition).has(typeName)) {
        collect(fragment.selectionSet, guard)
      }
    }
  }

  for (const { set, guard } of selections) collect(set, guard)
  return [...fields.values()].map(withoutImpliedGuard)
}

function addField(
  fields: Map<string, CollectedField>,
  node: FieldNode,
  guard: Guard,
  withheld: Withheld | undefined,
): void {
  const key = node.alias?.value ?? node.name.value
  let field = fields.get(key)
  if (!field) {
    field = { key, node, guards: [], selections: [], withheld: true }
    fields.set(key, field)
  }
  field.guards.push(guard)
  const denied = withheld?.denied.has(node)
  if (!denied && !withheld?.unasked.has(node)) field.withheld = false
  if (node.selectionSet && !denied) field.selections.push({ set: node.selectionSet, guard })
}

/**
 * Where a field stands once, its own guard covers what is below. Where it stands twice, each guard goes with its own
 * selections: of `a @include(if: $x) { b } a { c }` only `c` remains without `$x`.
 */
function withoutImpliedGuard(field: CollectedField): CollectedField {
  if (field.guards.length > 1) return field
  return { ...field, selections: field.selections.map(({ set }) => ({ set, guard: [] })) }
}
