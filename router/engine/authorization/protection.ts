import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { RecentCache } from '../recent-cache.ts'
import { type AccessRule, permits, ruleKey } from './access-rule.ts'
import type { ViewerRights } from './access.ts'
import { type Place, placeInside } from './place.ts'
import { placeBelow, rootPlace, type SelectionScope } from './selection-scope.ts'

/** What stands between viewers and an operation: the different rules of its fields. */
export interface Protection<Variant> {
  readonly rules: readonly AccessRule[]
  /** The operation for viewers who may not see all of it, by what they may not see. */
  readonly variants: RecentCache<Variant>
}

/** Groups of viewers whose variant of an operation is kept. */
const variantsKept = 16

/**
 * The rules that an operation meets anywhere, whatever its variables leave out.
 * @returns undefined when nothing in it is protected
 */
export function protectionOf<Variant>(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  scope: SelectionScope,
): Protection<Variant> | undefined {
  if (scope.accessMap.open) return undefined
  const rules = new Map<string, AccessRule>()

  const collect = (set: SelectionSetNode, place: Place): void => {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet, placeInside(fragment, place, scope.types))
        continue
      }
      const rule = scope.accessMap.ruleAt(place, selection.name.value)
      if (rule.length) rules.set(ruleKey(rule), rule)
      const below = selection.selectionSet && placeBelow(place, selection.name.value, scope)
      if (below && selection.selectionSet) collect(selection.selectionSet, below)
    }
  }

  const root = rootPlace(definition.operation, scope)
  if (root) collect(definition.selectionSet, root)
  if (rules.size === 0) return undefined
  return { rules: [...rules.values()], variants: new RecentCache(variantsKept) }
}

/** Which of an operation's rules a viewer does not fulfil, as a key: equal for all who are denied the same. */
export function deniedTo(rights: ViewerRights, { rules }: Pick<Protection<unknown>, 'rules'>): string {
  let denied = ''
  for (const [index, rule] of rules.entries()) {
    if (!permits(rule, rights)) denied += denied === '' ? index : `,${index}`
  }
  return denied
}
