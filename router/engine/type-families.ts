import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql'

/** Which type names an object may carry where a type is asked for. */
export class TypeFamilies {
  readonly #schema: GraphQLSchema
  readonly #objects = new Map<string, ReadonlySet<string>>()
  readonly #members = new Map<string, ReadonlySet<string>>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** The object types of a type: itself, or all that implement it. */
  objectsOf(name: string): ReadonlySet<string> {
    let objects = this.#objects.get(name)
    if (!objects) {
      const type = this.#schema.getType(name)
      objects = new Set(
        isAbstractType(type) ? this.#schema.getPossibleTypes(type).map((one) => one.name) : [name],
      )
      this.#objects.set(name, objects)
    }
    return objects
  }

  /**
   * The type itself, its object types and the interfaces that implement it: with `@interfaceObject` a subgraph
   * answers an interface's name as `__typename`.
   */
  membersOf(name: string): ReadonlySet<string> {
    let members = this.#members.get(name)
    if (!members) {
      const type = this.#schema.getType(name)
      members = new Set([
        name,
        ...this.objectsOf(name),
        ...(isInterfaceType(type)
          ? this.#schema.getImplementations(type).interfaces.map((one) => one.name)
          : []),
      ])
      this.#members.set(name, members)
    }
    return members
  }
}
