import { type DocumentNode, type FieldNode, Kind, parse, print, visit } from 'graphql'
import type { SubscriptionPayload } from '../engine/transport.ts'

const argument = 'after'
const variable = 'throughlineAfter'

function rootField(document: DocumentNode): FieldNode | undefined {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD)
}

/** The cursor behind which a subscription is to begin, when it gives one. */
export function cursorOf({ query, variables }: SubscriptionPayload): string | undefined {
  const value = rootField(parse(query))?.arguments?.find(({ name }) => name.value === argument)?.value
  if (value?.kind === Kind.STRING) return value.value
  if (value?.kind !== Kind.VARIABLE) return undefined
  const given = variables?.[value.name.value]
  return typeof given === 'string' ? given : undefined
}

/**
 * The same subscription, beginning behind another cursor: its root field's `after` becomes a variable of our own, and
 * variables that only the old one used are taken out (servers refuse unused ones).
 */
export function resumeAfter(payload: SubscriptionPayload, cursor: string): SubscriptionPayload {
  const document = parse(payload.query)
  const root = rootField(document)
  const replaced = visit(document, {
    Field: (field) =>
      field === root
        ? {
            ...field,
            arguments: [
              ...(field.arguments ?? []).filter(({ name }) => name.value !== argument),
              {
                kind: Kind.ARGUMENT,
                name: { kind: Kind.NAME, value: argument },
                value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
              },
            ],
          }
        : undefined,
  } as const)
  const used = new Set<string>()
  visit(replaced, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  const declared = visit(replaced, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [
        ...(operation.variableDefinitions ?? []).filter((definition) =>
          used.has(definition.variable.name.value),
        ),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
          type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'String' } },
        },
      ],
    }),
  } as const)
  const kept = Object.entries(payload.variables ?? {}).filter(([name]) => used.has(name))
  return { query: print(declared), variables: { ...Object.fromEntries(kept), [variable]: cursor } }
}
