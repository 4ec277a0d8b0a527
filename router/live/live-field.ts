import { type GraphQLSchema, Kind } from 'graphql'

/** How a subscription field is delivered, by its `@live` directive. */
export interface LiveField {
  kind: 'STATE' | 'EVENT'
  /** As written, with its placeholders: `conversation:{conversationId}:messages`. */
  topic: string
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
    fields.set(field.name, { kind: kind.value === 'STATE' ? 'STATE' : 'EVENT', topic: topic.value })
  }
  return fields
}
