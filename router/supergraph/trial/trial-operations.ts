import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** Beyond this many types only the first ones, nearest to the roots, are tried. */
const mostTypes = 3_000

/** How a type is reached: the fields from the root, and as which object type each one's value is taken. */
interface Step {
  field: GraphQLField<unknown, unknown>
  as: GraphQLObjectType
}

/**
 * Operations that together ask for every field of every object type that clients can reach, each type by its shortest
 * way from a root and once more through every field that leads to it from there: what one of them cannot be planned
 * for, clients could not get.
 */
export function* trialOperations(schema: GraphQLSchema): Generator<{ subject: string; query: string }> {
  const reached = new Set<GraphQLNamedType>()
  const roots = [
    { word: 'query', type: schema.getQueryType() },
    { word: 'mutation', type: schema.getMutationType() },
    { word: 'subscription', type: schema.getSubscriptionType() },
  ]
  const waiting: Array<{ word: string; path: Step[]; type: GraphQLObjectType }> = []
  const reach = (word: string, path: Step[], field: GraphQLField<unknown, unknown>) => {
    for (const type of objectTypes(schema, getNamedType(field.type))) {
      if (reached.has(type)) continue
      reached.add(type)
      waiting.push({ word, path: [...path, { field, as: type }], type })
    }
  }
  for (const { word, type } of roots) {
    for (const field of ownFields(type)) {
      yield { subject: `${type?.name}.${field.name}`, query: written(schema, { word, path: [] }, [field]) }
      reach(word, [], field)
    }
  }
  for (let next = waiting.shift(); next && reached.size <= mostTypes; next = waiting.shift()) {
    const { word, path, type } = next
    const fields = ownFields(type)
    yield { subject: `the fields of ${type.name}`, query: written(schema, next, fields) }
    for (const field of fields) reach(word, path, field)
  }
}

/** Fields of the graph; introspection is answered by the router. */
function ownFields(type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] {
  return Object.values(type?.getFields() ?? {}).filter(({ name }) => !name.startsWith('__'))
}

function objectTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type)
  return isObjectType(type) && !type.name.startsWith('__') ? [type] : []
}

function written(
  schema: GraphQLSchema,
  { word, path }: { word: string; path: readonly Step[] },
  fields: readonly GraphQLField<unknown, unknown>[],
): string {
  const writer = new Writer(schema)
  const opened = path.map(({ field, as }) => `${writer.called(field)} { ... on ${as.name} { `)
  const selection = opened.join('') + writer.fields(fields, true) + ' } }'.repeat(opened.length)
  return `${word}${writer.declared} { ${selection} }`
}

/** Writes fields; what their arguments need becomes variables, and each has a key of its own, so that none collide. */
class Writer {
  readonly #schema: GraphQLSchema
  readonly #variables: string[] = []
  #keys = 0

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  get declared(): string {
    return this.#variables.length ? `(${this.#variables.join(', ')})` : ''
  }

  called(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(isRequiredArgument).map(({ name, type }) => {
      const variable = `$v${this.#variables.length}`
      this.#variables.push(`${variable}: ${String(type)}`)
      return `${name}: ${variable}`
    })
    return given.length ? `${field.name}(${given.join(', ')})` : field.name
  }

  /** @param deeper whether objects are asked for their own values */
  fields(fields: readonly GraphQLField<unknown, unknown>[], deeper: boolean): string {
    const written = fields.flatMap((field) => {
      const objects = objectTypes(this.#schema, getNamedType(field.type))
      const isLeaf = isLeafType(getNamedType(field.type))
      if (!isLeaf && !deeper) return []
      const asked = `f${this.#keys++}: ${this.called(field)}`
      if (isLeaf) return [asked]
      const each = objects.map((type) => `... on ${type.name} { ${this.fields(ownFields(type), false)} }`)
      return [`${asked} { ${each.join(' ') || '__typename'} }`]
    })
    return written.join(' ') || '__typename'
  }
}
