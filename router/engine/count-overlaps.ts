import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'

/**
 * How many pairs of fields stand under one key of one object, fragments written out, whatever the objects' types:
 * validation compares the two of each pair (FieldsInSetCanMerge of the specification), and then all that is below one
 * with all that is below the other. So two thousand equal fields are two million comparisons.
 *
 * Linear in the written-out fields, whose number must be bounded before; fragments may spread no circle.
 * @param enough stop counting when there are more
 */
export function countOverlaps(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  enough: number,
): number {
  const fields = new Map<string, { count: number; sets: SelectionSetNode[] }>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        let field = fields.get(key)
        if (!field) fields.set(key, (field = { count: 0, sets: [] }))
        field.count++
        if (selection.selectionSet) field.sets.push(selection.selectionSet)
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of sets) collect(set)

  let pairs = 0
  for (const field of fields.values()) {
    pairs += (field.count * (field.count - 1)) / 2
    if (pairs > enough) return pairs
    if (field.sets.length) pairs += countOverlaps(field.sets, fragments, enough - pairs)
    if (pairs > enough) return pairs
  }
  return pairs
}
