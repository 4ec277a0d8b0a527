import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql'

/** A type of the schema that clients see. */
export type ClientType = TypeDefinitionNode

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode
const roots = ['Query', 'Mutation', 'Subscription'] as const
const builtIn: ReadonlySet<string> = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])

/** The types of a schema, by name. */
export function clientTypes(client: DocumentNode): ReadonlyMap<string, ClientType> {
  const types = new Map<string, ClientType>()
  for (const definition of client.definitions) {
    if ('name' in definition && definition.kind.endsWith('TypeDefinition')) {
      types.set((definition as ClientType).name.value, definition as ClientType)
    }
  }
  return types
}

/** How far a contract reaches: from the open root fields through open fields to types. */
export class ContractScope {
  /** What keeps the open fields from being a schema. */
  readonly errors: string[] = []
  readonly #types: ReadonlyMap<string, ClientType>
  readonly #open: ReadonlySet<string>
  readonly #reached = new Set<string>()

  constructor(contract: string, types: ReadonlyMap<string, ClientType>, open: ReadonlySet<string>) {
    this.#types = types
    this.#open = open
    this.#reached.add('Query')
    for (const root of roots) {
      const type = types.get(root)
      if (type && this.#hasOpenFields(type)) this.#reach(root, contract)
    }
  }

  get isEmpty(): boolean {
    const query = this.#types.get('Query')
    return !query || !this.#hasOpenFields(query)
  }

  /** Whether a type is part of the contract. */
  has(type: string): boolean {
    return this.#reached.has(type)
  }

  /** The fields of a type that are part of the contract. */
  openFields(type: Fielded): FieldDefinitionNode[]
  openFields(type: InputObjectTypeDefinitionNode): InputValueDefinitionNode[]
  openFields(type: Fielded | InputObjectTypeDefinitionNode) {
    return (type.fields ?? []).filter(({ name }) => this.#open.has(`${type.name.value}.${name.value}`))
  }

  #hasOpenFields(type: ClientType): boolean {
    return 'fields' in type && this.openFields(type as Fielded).length > 0
  }

  #reach(name: string, from: string): void {
    const type = this.#types.get(name)
    if (!type) {
      if (!builtIn.has(name)) this.errors.push(`${from} leads to ${name}, which clients cannot see`)
      return
    }
    if (this.#reached.has(name) && name !== 'Query') return
    this.#reached.add(name)
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) this.#reachInput(type, from)
    if (type.kind === Kind.UNION_TYPE_DEFINITION) {
      this.#reachOpen(
        (type.types ?? []).map((member) => member.name.value),
        name,
      )
    }
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) this.#reachOpen(this.#implementing(name), name)
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      this.#reachFields(type, from)
    }
  }

  /** What an abstract type leads to: those of its types that have an open field. */
  #reachOpen(names: readonly string[], from: string): void {
    for (const name of names) {
      const type = this.#types.get(name)
      if (type && this.#hasOpenFields(type)) this.#reach(name, from)
    }
  }

  #implementing(interfaceName: string): string[] {
    return [...this.#types.values()]
      .filter(
        (type) => 'interfaces' in type && type.interfaces?.some(({ name }) => name.value === interfaceName),
      )
      .map(({ name }) => name.value)
  }

  #reachFields(type: Fielded, from: string): void {
    const fields = this.openFields(type)
    if (fields.length === 0) this.errors.push(`${from} leads to ${type.name.value}, which has no open field`)
    for (const field of fields) {
      const at = `${type.name.value}.${field.name.value}`
      this.#reach(nameOf(field.type), at)
      for (const argument of field.arguments ?? []) this.#reach(nameOf(argument.type), at)
    }
  }

  #reachInput(type: InputObjectTypeDefinitionNode, from: string): void {
    const fields = this.openFields(type)
    if (fields.length === 0) this.errors.push(`${from} leads to ${type.name.value}, which has no open field`)
    for (const field of type.fields ?? []) {
      const at = `${type.name.value}.${field.name.value}`
      if (fields.includes(field)) this.#reach(nameOf(field.type), at)
      else if (field.type.kind === Kind.NON_NULL_TYPE && !field.defaultValue) {
        this.errors.push(`${at} has to be given, but is not open`)
      }
    }
  }
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
