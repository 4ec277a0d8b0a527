import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql'
import { problemCodes, type SupergraphProblem } from '../problem.ts'

type Fields = ReadonlyMap<string, FieldDefinitionNode>
type Types = ReadonlyMap<string, Fields>

/**
 * Keys, `@requires` and `@provides` that name what is not there: entities could not be asked for by them.
 * (The planner does not refuse some of these, it ends the process.)
 */
export function fieldSetProblems(document: DocumentNode): SupergraphProblem[] {
  const types = fieldsByType(document)
  const problems: SupergraphProblem[] = []
  const check = (where: string, set: string | undefined, type: string) => {
    const wrong = set === undefined ? undefined : wrongIn(set, type, types)
    if (wrong) problems.push({ code: problemCodes.invalidFieldSet, message: `${where}: ${wrong}` })
  }
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const name = type.name.value
    for (const join of named('join__type', type.directives))
      check(`The key of ${name}`, text(join, 'key'), name)
    for (const field of type.fields ?? []) {
      const where = `${name}.${field.name.value}`
      for (const join of named('join__field', field.directives)) {
        check(`What ${where} requires`, text(join, 'requires'), name)
        check(`What ${where} provides`, text(join, 'provides'), nameOf(field.type))
      }
    }
  }
  return problems
}

function fieldsByType(document: DocumentNode): Types {
  const types = new Map<string, Fields>()
  for (const type of document.definitions) {
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      types.set(type.name.value, new Map((type.fields ?? []).map((field) => [field.name.value, field])))
    } else if (type.kind === Kind.UNION_TYPE_DEFINITION) types.set(type.name.value, new Map())
  }
  return types
}

/** @returns in words what a field set names wrongly */
function wrongIn(set: string, type: string, types: Types): string | undefined {
  try {
    const definition = parse(`{${set}}`, { maxTokens: 5_000 }).definitions[0]
    if (definition?.kind !== Kind.OPERATION_DEFINITION) return `"${set}" is no field set`
    return wrongSelection(definition.selectionSet, type, types)
  } catch {
    return `"${set}" is no field set`
  }
}

function wrongSelection(set: SelectionSetNode, type: string, types: Types): string | undefined {
  const fields = types.get(type)
  if (!fields) return `${type} has no fields`
  for (const selection of set.selections) {
    let wrong: string | undefined
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      wrong = wrongSelection(selection.selectionSet, selection.typeCondition?.name.value ?? type, types)
    } else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename') {
      const field = fields.get(selection.name.value)
      if (!field) return `${type} has no field "${selection.name.value}"`
      if (selection.selectionSet) wrong = wrongSelection(selection.selectionSet, nameOf(field.type), types)
    }
    if (wrong) return wrong
  }
  return undefined
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

function named(name: string, directives: readonly ConstDirectiveNode[] | undefined): ConstDirectiveNode[] {
  return (directives ?? []).filter((one) => one.name.value === name)
}

function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const argument = directive.arguments?.find((one) => one.name.value === name)
  const value: unknown = argument && valueFromASTUntyped(argument.value)
  return typeof value === 'string' ? value : undefined
}
