import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql'

/** What `@listSize` says about a field. */
export interface ListSize {
  assumedSize: number | undefined
  /** Arguments that tell the size; a dot leads into an input object. */
  slicingArguments: readonly string[]
  /** Fields of the answer that hold the list, when it is not the field itself. */
  sizedFields: readonly string[]
  requireOneSlicingArgument: boolean
}

/** What a supergraph says about costs, by schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface CostDirectives {
  readonly weights: ReadonlyMap<string, number>
  readonly listSizes: ReadonlyMap<string, ListSize>
}

const specification = /^https:\/\/specs\.apollo\.dev\/(?:cost|federation)\/v\d/

/**
 * Reads `@cost` and `@listSize` (Federation 2.9, after IBM's GraphQL Cost Directives) out of a supergraph, under
 * whatever names it links them.
 */
export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const names = namesOf(supergraph)
  const weights = new Map<string, number>()
  const listSizes = new Map<string, ListSize>()
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const { name, arguments: args = [] } of directives) {
      const argument = (wanted: string) => valueOf(args.find((one) => one.name.value === wanted)?.value)
      if (names.cost.has(name.value)) {
        const weight = Number(argument('weight'))
        if (Number.isFinite(weight)) weights.set(coordinate, Math.max(0, weight))
      } else if (names.listSize.has(name.value)) {
        const assumed = argument('assumedSize')
        listSizes.set(coordinate, {
          assumedSize: typeof assumed === 'number' ? Math.max(0, assumed) : undefined,
          slicingArguments: strings(argument('slicingArguments')),
          sizedFields: strings(argument('sizedFields')),
          requireOneSlicingArgument: argument('requireOneSlicingArgument') !== false,
        })
      }
    }
  }
  for (const definition of supergraph.definitions) readDefinition(definition, read)
  return { weights, listSizes }
}

function readDefinition(
  definition: DefinitionNode,
  read: (coordinate: string, directives?: readonly ConstDirectiveNode[]) => void,
): void {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      read(definition.name.value, definition.directives)
      for (const field of definition.fields ?? []) {
        const coordinate = `${definition.name.value}.${field.name.value}`
        read(coordinate, field.directives)
        for (const one of field.arguments ?? []) read(`${coordinate}(${one.name.value}:)`, one.directives)
      }
      return
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      for (const one of definition.fields ?? []) {
        read(`${definition.name.value}.${one.name.value}`, one.directives)
      }
      return
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
      read(definition.name.value, definition.directives)
      return
    default:
  }
}

/**
 * The directives' names in this document. Of a linked specification, what is not imported carries its namespace
 * (`@cost__listSize`), except what is called like the specification itself.
 */
function namesOf({ definitions }: DocumentNode): { cost: Set<string>; listSize: Set<string> } {
  const names = { cost: new Set<string>(), listSize: new Set<string>() }
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue
    for (const { name, arguments: args = [] } of definition.directives ?? []) {
      if (name.value !== 'link') continue
      const link = Object.fromEntries(args.map((one) => [one.name.value, valueOf(one.value)]))
      const url = typeof link['url'] === 'string' ? link['url'] : ''
      if (!specification.test(url)) continue
      const own = url.split('/')[3] as string
      const namespace = typeof link['as'] === 'string' ? link['as'] : own
      const imported = importsOf(link['import'])
      names.cost.add(imported.get('@cost') ?? (own === 'cost' ? namespace : `${namespace}__cost`))
      names.listSize.add(imported.get('@listSize') ?? `${namespace}__listSize`)
    }
  }
  return names
}

function importsOf(list: unknown): Map<string, string> {
  const imports = new Map<string, string>()
  for (const one of Array.isArray(list) ? (list as unknown[]) : []) {
    if (typeof one === 'string') imports.set(one, one.slice(1))
    else if (typeof one === 'object' && one !== null) {
      const { name, as } = one as { name?: unknown; as?: unknown }
      if (typeof name === 'string') imports.set(name, (typeof as === 'string' ? as : name).slice(1))
    }
  }
  return imports
}

function valueOf(node: ConstValueNode | undefined): unknown {
  return node && valueFromASTUntyped(node)
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
