import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql'

/** The keys of the root fields that an operation's text asks for: where its failure shows in the response. */
export function rootKeysOf(operation: string): string[] {
  const document = parse(operation, { noLocation: true })
  const keys = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) addKeys(definition.selectionSet, document, keys)
  }
  return [...keys]
}

function addKeys(set: SelectionSetNode, document: DocumentNode, keys: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      keys.add(selection.alias?.value ?? selection.name.value)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      addKeys(selection.selectionSet, document, keys)
    } else {
      for (const definition of document.definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value) {
          addKeys(definition.selectionSet, document, keys)
        }
      }
    }
  }
}
