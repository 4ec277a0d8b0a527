import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql'

const described = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.DIRECTIVE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
])
/** The roots have their meaning from GraphQL. */
const roots = new Set(['Query', 'Mutation', 'Subscription'])

/** The coordinates (`Type.field(argument:)`) of everything in a schema that has no description. */
export function undescribed(document: DocumentNode): string[] {
  const found: string[] = []
  visit(document, {
    enter(node, _key, _parent, _path, ancestors) {
      if (!described.has(node.kind) || !('name' in node) || !node.name || roots.has(node.name.value)) return
      if ('description' in node && node.description?.value.trim()) return
      const owners = ancestors.filter((ancestor): ancestor is ASTNode => 'kind' in ancestor)
      const names = owners.flatMap((owner) => ('name' in owner && owner.name ? [owner.name.value] : []))
      found.push([...names, node.name.value].join('.'))
    },
  })
  return found
}
