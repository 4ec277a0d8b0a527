import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql'
import { linkedDirectives } from './linked-directives.ts'

/** Field coordinates (`Type.field`, of input types too) by the name of the contract that opens them. */
export type ContractFields = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Reads which fields are part of which contract: those that carry `@tag(name:)` themselves. A tag at a type opens
 * nothing, so that a field added tomorrow stays closed until somebody decides about it.
 */
export function contractFields(supergraph: DocumentNode): ContractFields {
  const names = linkedDirectives(supergraph)('tag')
  const contracts = new Map<string, Set<string>>()
  for (const definition of supergraph.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION
    ) {
      continue
    }
    for (const field of definition.fields ?? []) {
      for (const tag of tagsOf(field.directives ?? [], names)) {
        const fields = contracts.get(tag) ?? new Set()
        contracts.set(tag, fields.add(`${definition.name.value}.${field.name.value}`))
      }
    }
  }
  return contracts
}

function tagsOf(directives: readonly ConstDirectiveNode[], names: ReadonlySet<string>): string[] {
  return directives.flatMap((directive) => {
    if (!names.has(directive.name.value)) return []
    const value = directive.arguments?.find(({ name }) => name.value === 'name')?.value
    const tag: unknown = value && valueFromASTUntyped(value)
    return typeof tag === 'string' ? [tag] : []
  })
}
