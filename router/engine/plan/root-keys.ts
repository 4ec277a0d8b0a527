import { type FragmentDefinitionNode, Kind, parse } from 'graphql'
import { rootKeysOf } from '../root-selection.ts'

/** The keys of the root fields that an operation's text asks for: where its failure shows in the response. */
export function rootKeysOfText(operation: string): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const { definitions } = parse(operation, { noLocation: true })
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? rootKeysOf(definition, fragments) : [],
  )
}
