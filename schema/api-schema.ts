import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { parse, print, visit } from 'graphql'

/** The schema that clients see, as SDL, without the definitions that composition leaves in it for its own use. */
export function apiSchema(supergraph: string): string {
  const document = parse(new QueryPlanner(supergraph).consumerSchema)
  const definitions = document.definitions.filter(
    (definition) => !('name' in definition && /^(?:join|link)__/.test(definition.name?.value ?? '')),
  )
  // A schema that is built from the text brings introspection by itself, and refuses fields of its names.
  return print(
    visit(
      { ...document, definitions },
      {
        FieldDefinition: ({ name }) => (name.value.startsWith('__') ? null : undefined),
      },
    ),
  )
}
