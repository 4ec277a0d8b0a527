import { type DocumentNode, type FieldNode, Kind, parse, print, visit } from 'graphql'
import type { JsonObject } from '../engine/json.ts'
import { RecentCache } from '../engine/recent-cache.ts'
import type { SubscriptionPayload } from '../engine/transport.ts'

const argument = 'after'
const variable = 'throughlineAfter'
const known = new RecentCache<ResumableQuery>(1_000)

/**
 * A subscription to an event topic, taken apart at the place where it begins: its root field's `after` becomes a
 * variable of our own, so that all who ask for the same follow with one and the same document, wherever they begin.
 */
export class ResumableQuery {
  readonly #query: string
  /** Variables that the document still uses; servers refuse those that it does not. */
  readonly #used: ReadonlySet<string>
  readonly #literal: string | undefined
  /** The variable that gives the cursor in the original document. */
  readonly #given: string | undefined

  private constructor(query: string) {
    const document = parse(query)
    const root = rootField(document)
    const value = root?.arguments?.find(({ name }) => name.value === argument)?.value
    this.#literal = value?.kind === Kind.STRING ? value.value : undefined
    this.#given = value?.kind === Kind.VARIABLE ? value.name.value : undefined
    const replaced = withOwnCursor(document, root)
    this.#used = variablesIn(replaced)
    this.#query = print(withDeclarations(replaced, this.#used))
  }

  /** Takes a document apart, once. */
  static of(query: string): ResumableQuery {
    let one = known.get(query)
    if (!one) known.set(query, (one = new ResumableQuery(query)))
    return one
  }

  /** The cursor behind which the original document begins, when it gives one. */
  cursorIn(variables: JsonObject | undefined): string | undefined {
    if (this.#given === undefined) return this.#literal
    const given = variables?.[this.#given]
    return typeof given === 'string' ? given : undefined
  }

  /** The same subscription beginning behind a cursor, or at the topic's present end. */
  payload(variables: JsonObject | undefined, cursor: string | undefined): SubscriptionPayload {
    const kept = Object.entries(variables ?? {}).filter(([name]) => this.#used.has(name))
    return {
      query: this.#query,
      variables: { ...Object.fromEntries(kept), ...(cursor === undefined ? {} : { [variable]: cursor }) },
    }
  }
}

function rootField(document: DocumentNode): FieldNode | undefined {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD)
}

function withOwnCursor(document: DocumentNode, root: FieldNode | undefined): DocumentNode {
  const own = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
  } as const
  return visit(document, {
    Field: (field) =>
      field === root
        ? {
            ...field,
            arguments: [...(field.arguments ?? []).filter(({ name }) => name.value !== argument), own],
          }
        : undefined,
  })
}

function variablesIn(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  used.delete(variable)
  return used
}

function withDeclarations(document: DocumentNode, used: ReadonlySet<string>): DocumentNode {
  return visit(document, {
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
}
