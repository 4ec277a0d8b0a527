import type { ViewerRights } from './access.ts'

/** Names of which all have to be held. */
export type AllOf = readonly string[]

/** One thing that is asked of a viewer: to be known, or to hold one of several groups of scopes or policies. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly AllOf[] }

/** What a field or a type asks of a viewer: all of these. Nothing is asked where it is empty. */
export type AccessRule = readonly Requirement[]

/** Asks for nothing. */
export const openRule: AccessRule = []

/** The rule that asks for all that the given ones ask for. */
export function allOf(rules: Iterable<AccessRule>): AccessRule {
  const requirements = new Map<string, Requirement>()
  for (const rule of rules) {
    for (const requirement of rule) requirements.set(JSON.stringify(requirement), requirement)
  }
  return requirements.size ? [...requirements.values()] : openRule
}

/** The same text for rules that ask for the same, in whatever order. */
export function ruleKey(rule: AccessRule): string {
  return JSON.stringify(rule.map((requirement) => JSON.stringify(requirement)).sort())
}

/** Whether a viewer fulfils a rule. An empty list of alternatives is fulfilled by nobody. */
export function permits(rule: AccessRule, rights: ViewerRights): boolean {
  return rule.every((requirement) => {
    if (requirement.kind === 'authenticated') return rights.authenticated
    const held = rights[requirement.kind]
    return requirement.anyOf.some((group) => group.every((name) => held.has(name)))
  })
}
