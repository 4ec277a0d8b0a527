import {
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql'
import type { TypeFamilies } from '../type-families.ts'
import type { AccessMap } from './access-map.ts'
import { type Place, placeOf } from './place.ts'

/** What walking through an operation needs to know. */
export interface SelectionScope {
  /** The schema that clients see. */
  schema: GraphQLSchema
  /** The supergraph's types. */
  types: TypeFamilies
  accessMap: AccessMap
}

/** The place of an operation's root fields. */
export function rootPlace(
  operation: OperationTypeNode,
  { schema, types }: SelectionScope,
): Place | undefined {
  const root = schema.getRootType(operation)
  return root ? placeOf(root.name, types) : undefined
}

/** The type that a field gives; undefined for fields that every type has. */
export function fieldType(
  { type }: Place,
  field: string,
  schema: GraphQLSchema,
): GraphQLOutputType | undefined {
  const selectedOn = schema.getType(type)
  if (!isObjectType(selectedOn) && !isInterfaceType(selectedOn)) return undefined
  return selectedOn.getFields()[field]?.type
}

/** The place under a field; undefined under introspection fields. */
export function placeBelow(place: Place, field: string, scope: SelectionScope): Place | undefined {
  const type = fieldType(place, field, scope.schema)
  return type && placeOf(getNamedType(type).name, scope.types)
}
