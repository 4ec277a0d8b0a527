import { type GraphQLSchema, Kind } from 'graphql'

/** How a subscription field is delivered, by its `@live` directive. */
export interface LiveField {
  kind: 'STATE' | 'EVENT'
  /** As written, with its placeholders: `conversation:{conversationId}:messages`. */
  topic: string
  /** Whether it takes a cursor (`after:`), so that it can go on where it was. */
  resumable: boolean
}

/**
 * The live topics behind the subscription fields of a supergraph's consumer schema. A field without the directive is
 * not among them: nothing is known about its order or its beginning, so it is never shared.
 */
export function liveFieldsOf(schema: GraphQLSchema): ReadonlyMap<string, LiveField> {
  const fields = new Map<string, LiveField>()
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const directive = field.astNode?.directives?.find(({ name }) => name.value === 'live')
    const kind = directive?.arguments?.find(({ name }) => name.value === 'kind')?.value
    const topic = directive?.arguments?.find(({ name }) => name.value === 'topic')?.value
    if (kind?.kind !== Kind.ENUM || topic?.kind !== Kind.STRING) continue
    const isState = kind.value === 'STATE'
    fields.set(field.name, {
      kind: isState ? 'STATE' : 'EVENT',
      topic: topic.value,
      resumable: !isState && field.args.some(({ name }) => name === 'after'),
    })
  }
  return fields
}
