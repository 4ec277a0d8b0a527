import type { AccessRule, AllOf, Requirement } from './access-rule.ts'

/** Whether everybody who fulfils the first rule fulfils the second one too. */
export function implies(rule: AccessRule, other: AccessRule): boolean {
  return other.every((wanted) => {
    if (wanted.kind === 'authenticated') return rule.some(({ kind }) => kind === 'authenticated')
    const groups = together(rule, wanted.kind)
    return groups !== undefined && groups.every((group) => wanted.anyOf.some((some) => within(some, group)))
  })
}

/** All that a rule asks for of one kind as one list of alternatives; undefined when it asks for nothing. */
function together(rule: AccessRule, kind: Exclude<Requirement['kind'], 'authenticated'>) {
  let groups: readonly AllOf[] | undefined
  for (const requirement of rule) {
    if (requirement.kind !== kind) continue
    groups = groups ? shortest(product(groups, requirement.anyOf)) : requirement.anyOf
  }
  return groups
}

function product(left: readonly AllOf[], right: readonly AllOf[]): AllOf[] {
  return left.flatMap((one) => right.map((other) => [...new Set([...one, ...other])]))
}

/** Without the groups that hold another one: whoever fulfils them fulfils the smaller one. */
function shortest(groups: readonly AllOf[]): readonly AllOf[] {
  return groups.filter(
    (group, index) =>
      !groups.some(
        (other, at) => at !== index && within(other, group) && (other.length < group.length || at < index),
      ),
  )
}

function within(some: AllOf, group: AllOf): boolean {
  return some.every((name) => group.includes(name))
}
