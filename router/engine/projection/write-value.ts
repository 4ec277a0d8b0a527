import {
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql'
import { valueText } from '../json-text.ts'
import { below, type ValueWriter } from './projection.ts'

/**
 * Compiles the writer of values of a type; at non-null positions it reports where there is nothing.
 * @param objectWriter compiles the writer of the objects at the bottom of the type
 */
export function compileValue(
  type: GraphQLOutputType,
  objectWriter: (type: GraphQLCompositeType) => ValueWriter,
): ValueWriter {
  const write = compilePresent(getNullableType(type), objectWriter)
  if (!isNonNullType(type)) {
    return (value, projection, at) =>
      value === null || value === undefined ? 'null' : (write(value, projection, at) ?? 'null')
  }
  return (value, projection, at) => {
    const text = value === null || value === undefined ? 'null' : write(value, projection, at)
    if (text !== 'null') return text
    projection.nullFound(at)
    return undefined
  }
}

/** The writer of values that are there; what does not fit its type is written as null. */
function compilePresent(
  type: ReturnType<typeof getNullableType<GraphQLOutputType>>,
  objectWriter: (type: GraphQLCompositeType) => ValueWriter,
): ValueWriter {
  if (isListType(type)) return listWriter(compileValue(type.ofType, objectWriter))
  if (isEnumType(type)) return enumWriter(type)
  if (isLeafType(type)) return valueText
  if (isNonNullType(type)) return compileValue(type, objectWriter)
  return objectWriter(type)
}

function listWriter(write: ValueWriter): ValueWriter {
  return (value, projection, at) => {
    if (!Array.isArray(value)) return 'null'
    let text = ''
    for (let index = 0; index < value.length; index++) {
      const item = write(value[index], projection, below(at, index))
      if (item === undefined) return undefined
      text += index ? `,${item}` : item
    }
    return `[${text}]`
  }
}

/** A value that clients may not see (`@inaccessible`) is written as null. */
function enumWriter(type: GraphQLEnumType): ValueWriter {
  const texts = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]))
  return (value) => (typeof value === 'string' ? (texts.get(value) ?? 'null') : 'null')
}
