import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql'
import { type AccessRule, allOf, type AllOf, type Requirement } from './access-rule.ts'
import type { linkedDirectives } from './linked-directives.ts'

/** The rules written in a supergraph, by coordinate: `Type` or `Type.field`. */
export type DeclaredRules = ReadonlyMap<string, AccessRule>

/**
 * Reads the rules that stand at types and fields.
 * @throws Error when a directive lacks its argument
 */
export function declaredRules(
  supergraph: DocumentNode,
  namesOf: ReturnType<typeof linkedDirectives>,
): DeclaredRules {
  const names = {
    authenticated: namesOf('authenticated'),
    scopes: namesOf('requiresScopes'),
    policies: namesOf('policy'),
  }
  const rules = new Map<string, AccessRule>()

  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      const name = directive.name.value
      const kind = (['authenticated', 'scopes', 'policies'] as const).find((one) => names[one].has(name))
      if (!kind) continue
      const requirement: Requirement =
        kind === 'authenticated' ? { kind } : { kind, anyOf: groupsOf(directive, kind, coordinate) }
      rules.set(coordinate, allOf([rules.get(coordinate) ?? [], [requirement]]))
    }
  }

  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
      continue
    const type = definition.name.value
    read(type, definition.directives)
    if (!('fields' in definition)) continue
    for (const field of (definition.fields ?? []) as readonly FieldDefinitionNode[]) {
      read(`${type}.${field.name.value}`, field.directives)
    }
  }
  return rules
}

/** The groups of a directive, each written in one order; a value stands for a list of one, as everywhere in GraphQL. */
function groupsOf(directive: ConstDirectiveNode, argument: string, coordinate: string): AllOf[] {
  const node = directive.arguments?.find(({ name }) => name.value === argument)
  if (!node) throw new Error(`@${directive.name.value} at ${coordinate} has no argument "${argument}"`)
  const value: unknown = valueFromASTUntyped(node.value)
  return listOf(value).map((group) => listOf(group).map(String).sort())
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}
