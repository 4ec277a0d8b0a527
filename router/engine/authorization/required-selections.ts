import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'

/** What a field makes the router fetch besides itself: a selection on a type. */
export interface RequiredSelection {
  type: string
  set: SelectionSetNode
}

/**
 * What each field of a type needs from elsewhere (`requires` of `@join__field`, and the arguments that `@fromContext`
 * fills), whatever subgraph it is asked of.
 * @param contexts the types on which a context begins, by its name
 * @throws Error when a selection cannot be read: unread, it would be unprotected
 */
export function requiredSelections(
  type: string,
  field: FieldDefinitionNode,
  contexts: ReadonlyMap<string, readonly string[]>,
): RequiredSelection[] {
  return (field.directives ?? []).flatMap((directive) => {
    if (directive.name.value !== 'join__field') return []
    const { requires, contextArguments } = argumentsOf(directive)
    const own = typeof requires === 'string' ? [{ type, set: selectionOf(requires) }] : []
    const fromContext = (Array.isArray(contextArguments) ? contextArguments : []).flatMap(
      ({ context, selection }: { context?: unknown; selection?: unknown }) => {
        const types = typeof context === 'string' ? contexts.get(context) : undefined
        if (!types || typeof selection !== 'string') {
          throw new Error(`The context of ${type}.${field.name.value} is not to be found in the supergraph`)
        }
        return types.map((one) => ({ type: one, set: selectionOf(selection) }))
      },
    )
    return [...own, ...fromContext]
  })
}

/** The types on which contexts begin, by the contexts' names. */
export function contextTypes(
  supergraph: DocumentNode,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const contexts = new Map<string, string[]>()
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue
    for (const directive of (definition.directives ?? []) as readonly ConstDirectiveNode[]) {
      if (!names.has(directive.name.value)) continue
      const { name } = argumentsOf(directive)
      if (typeof name === 'string') contexts.set(name, [...(contexts.get(name) ?? []), definition.name.value])
    }
  }
  return contexts
}

function selectionOf(text: string): SelectionSetNode {
  const trimmed = text.trim()
  const [definition] = parse(trimmed.startsWith('{') ? trimmed : `{${trimmed}}`).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${text}" is not a selection`)
  return definition.selectionSet
}

function argumentsOf(directive: ConstDirectiveNode): { [name: string]: unknown } {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  )
}
