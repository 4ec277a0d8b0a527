import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  validateSchema,
} from 'graphql'
import { type ClientType, clientTypes, ContractScope } from './contract-scope.ts'

/** Directives that tell clients something. */
const kept: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf'])

/**
 * The schema that the viewers of a contract see: the open fields, and what those lead to. All else does not exist for
 * them; without an open field there is an empty query type.
 * @param client the schema that clients without a contract see
 * @param open the fields of the contract, as coordinates
 * @throws Error when the open fields make no schema, with everything that is wrong with them
 */
export function contractSchema(
  contract: string,
  client: DocumentNode,
  open: ReadonlySet<string>,
): GraphQLSchema {
  const types = clientTypes(client)
  const scope = new ContractScope(contract, types, open)
  const definitions = [...types.values()].flatMap((type) =>
    scope.has(type.name.value) ? [reduced(type, scope)] : [],
  )
  const empty = scope.isEmpty
  const schema = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions },
    { assumeValidSDL: true, assumeValid: empty },
  )
  const errors = [...scope.errors, ...validateSchema(schema).map(({ message }) => message)]
  if (errors.length) throw new Error(`The contract "${contract}" makes no schema:\n${errors.join('\n')}`)
  return schema
}

/** A type's definition without what is not part of the contract. */
function reduced(type: ClientType, scope: ContractScope): DefinitionNode {
  const inside = ({ name }: NamedTypeNode) => scope.has(name.value)
  const directives = told(type.directives)
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...type,
        directives,
        interfaces: type.interfaces?.filter(inside) ?? [],
        fields: scope.openFields(type).map((field) => ({
          ...field,
          directives: told(field.directives),
          arguments: field.arguments?.map((one) => ({ ...one, directives: told(one.directives) })) ?? [],
        })),
      }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return {
        ...type,
        directives,
        fields: scope.openFields(type).map((field) => ({ ...field, directives: told(field.directives) })),
      }
    case Kind.UNION_TYPE_DEFINITION:
      return { ...type, directives, types: type.types?.filter(inside) ?? [] }
    case Kind.ENUM_TYPE_DEFINITION:
      return {
        ...type,
        directives,
        values: type.values?.map((value) => ({ ...value, directives: told(value.directives) })) ?? [],
      }
    default:
      return { ...type, directives }
  }
}

function told(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return directives.filter(({ name }) => kept.has(name.value))
}
