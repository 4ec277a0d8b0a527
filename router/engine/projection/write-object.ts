import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { isJsonObject, type Json } from '../json.ts'
import { valueText } from '../json-text.ts'
import type { TypeFamilies } from '../type-families.ts'
import {
  type CollectedField,
  collectFields,
  type Fragments,
  type GuardedSelection,
  type Withheld,
} from './collect-fields.ts'
import { compileGuards } from './guard.ts'
import { below, type ValueWriter } from './projection.ts'
import { compileValue } from './write-value.ts'

/** What the compilers of writers share. */
export interface ProjectionScope {
  /** The schema that clients see. */
  schema: GraphQLSchema
  types: TypeFamilies
  fragments: Fragments
  /** What is null for the viewers of a restricted operation. */
  withheld?: Withheld
}

/** Compiles the writer of objects of a type: one writer for each concrete type, made when the first one comes. */
export function compileObject(
  type: GraphQLCompositeType,
  selections: readonly GuardedSelection[],
  scope: ProjectionScope,
): ValueWriter {
  if (!isAbstractType(type)) return compileFields(type.name, selections, scope)
  const writers = new Map<string, ValueWriter>()
  const writerOf = (name: string) => {
    let writer = writers.get(name)
    if (!writer) {
      writer = compileFields(name, selections, scope)
      writers.set(name, writer)
    }
    return writer
  }
  const known = scope.types.objectsOf(type.name)
  // the planner leaves `__typename` out where an interface's own fields are all that is asked for
  const ownName = isInterfaceType(type) ? type.name : undefined
  return (value, projection, at) => {
    if (!isJsonObject(value)) return 'null'
    const name = typeof value.__typename === 'string' ? value.__typename : ownName
    if (name === undefined || !(known.has(name) || name === ownName)) return 'null'
    return writerOf(name)(value, projection, at)
  }
}

interface FieldWriter {
  key: string
  text: string
  counts: ReturnType<typeof compileGuards>
  write: ValueWriter
}

function compileFields(
  typeName: string,
  selections: readonly GuardedSelection[],
  scope: ProjectionScope,
): ValueWriter {
  const type = scope.schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type)) return () => 'null'
  const definitions = type.getFields()
  const typename: ValueWriter = isObjectType(type) ? () => JSON.stringify(typeName) : valueText
  const fields = collectFields(typeName, selections, scope.fragments, scope.types, scope.withheld).map(
    (field): FieldWriter => {
      const name = field.node.name.value
      return {
        key: field.key,
        text: `${JSON.stringify(field.key)}:`,
        counts: compileGuards(field.guards),
        write:
          name === '__typename' && !field.withheld
            ? typename
            : compileDefined(definitions[name]?.type, field, scope),
      }
    },
  )
  return objectWriter(fields)
}

function compileDefined(
  type: Parameters<typeof compileValue>[0] | undefined,
  { node, selections, withheld }: CollectedField,
  scope: ProjectionScope,
): ValueWriter {
  // its error entry is there already: nothing is reported as missing
  if (withheld) return type && !isNonNullType(type) ? () => 'null' : () => undefined
  const name = node.name.value
  if (name === '__schema' || name === '__type') return valueText
  return type ? compileValue(type, (object) => compileObject(object, selections, scope)) : () => 'null'
}

function objectWriter(fields: readonly FieldWriter[]): ValueWriter {
  return (value: Json, projection, at) => {
    if (!isJsonObject(value)) return 'null'
    let text = ''
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as FieldWriter
      if (field.counts && !field.counts(projection.variables)) continue
      const content = field.write(value[field.key], projection, below(at, field.key))
      if (content === undefined) return undefined
      text += (text === '' ? field.text : `,${field.text}`) + content
    }
    return `{${text}}`
  }
}
