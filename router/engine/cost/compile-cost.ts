import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { ResponseError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { type CollectedField, collectFields, type GuardedSelection } from '../projection/collect-fields.ts'
import { compileGuards } from '../projection/guard.ts'
import type { ProjectionScope } from '../projection/write-object.ts'
import type { CostDirectives } from './cost-directives.ts'
import { type Formula, greatest, onlyIf, product, sum, unaffordable } from './formula.ts'
import { inputCost } from './input-cost.ts'
import { compileListSize } from './list-size.ts'

/** A mutation changes something, and wakes all who follow what it changes. */
const mutationWeight = 10
/** How long a list is when nothing tells. */
const defaultListSize = 10
/** Fields looked at: an operation that takes more to be estimated counts as too dear. */
const maxSteps = 50_000

/** The estimated cost of an operation. */
export interface OperationCost {
  formula: Formula
  /** What `requireOneSlicingArgument` asks for. */
  rules: readonly ((variables: JsonObject) => ResponseError | undefined)[]
}

/**
 * Compiles the estimate of an operation's cost, after Federation 2.9's demand control and IBM's GraphQL Cost Directives:
 * a field costs its weight (`@cost` on it or on its type; else 1 for an object, 0 for a scalar or enum) and what is
 * selected below, as often as its list is long, and what its arguments cost; a mutation's root fields cost 10 each
 * besides. Fields under one key count once, as they are answered once. Of an abstract type the dearest object type counts.
 *
 * Only what the variables decide is left to the request. Introspection costs nothing here: it has limits of its own.
 */
export function compileCost(
  definition: OperationDefinitionNode,
  scope: ProjectionScope,
  directives: CostDirectives,
): OperationCost {
  const root = scope.schema.getRootType(definition.operation)
  if (!root) return { formula: 0, rules: [] }
  const compiler = new CostCompiler(scope, directives)
  const rootWeight = definition.operation === 'mutation' ? mutationWeight : 0
  const selections = [{ set: definition.selectionSet, guard: [] }]
  const formula = compiler.object(root.name, selections, noSizes, rootWeight)
  return { formula: compiler.exhausted ? unaffordable : formula, rules: compiler.rules }
}

/** The sizes that a field gives to lists in its answer, by field. */
type Sizes = ReadonlyMap<string, Formula>
const noSizes: Sizes = new Map()

class CostCompiler {
  readonly rules: ((variables: JsonObject) => ResponseError | undefined)[] = []
  readonly #scope: ProjectionScope
  readonly #directives: CostDirectives
  readonly #known = new Map<string, Formula>()
  readonly #numbers = new Map<SelectionSetNode, number>()
  #steps = 0

  constructor(scope: ProjectionScope, directives: CostDirectives) {
    this.#scope = scope
    this.#directives = directives
  }

  get exhausted(): boolean {
    return this.#steps > maxSteps
  }

  object(typeName: string, selections: readonly GuardedSelection[], sizes: Sizes, weight = 0): Formula {
    const { fragments, types, schema } = this.#scope
    const type = schema.getType(typeName)
    if (this.exhausted || !(isObjectType(type) || isInterfaceType(type))) return 0
    const definitions = type.getFields()
    const fields = collectFields(typeName, selections, fragments, types)
    this.#steps += fields.length
    return sum(
      fields.map((field): Formula => {
        const name = field.node.name.value
        const found = name.startsWith('__') ? undefined : definitions[name]
        if (!found) return 0
        const cost = this.#field(`${typeName}.${found.name}`, field, found, sizes.get(found.name))
        return onlyIf(compileGuards(field.guards), sum([weight, cost]))
      }),
    )
  }

  #field(
    coordinate: string,
    { node, selections }: CollectedField,
    definition: GraphQLField<unknown, unknown>,
    given: Formula | undefined,
  ): Formula {
    const { weights } = this.#directives
    const type = getNamedType(definition.type)
    const composite = isCompositeType(type)
    const weight = weights.get(coordinate) ?? weights.get(type.name) ?? (composite ? 1 : 0)
    const { own, inside } = this.#sizes(coordinate, node, definition)
    const times: Formula = isListType(getNullableType(definition.type))
      ? (given ?? own ?? defaultListSize)
      : 1
    const below = composite ? this.#below(type, selections, inside) : 0
    const cost = product(times, sum([weight, below]))
    return sum([cost, inputCost(coordinate, node, definition, this.#directives)])
  }

  /** @returns the size of the field's own list, and those of lists inside its answer */
  #sizes(
    coordinate: string,
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
  ): { own: Formula | undefined; inside: Sizes } {
    const directive = this.#directives.listSizes.get(coordinate)
    if (!directive) return { own: undefined, inside: noSizes }
    const { size, refuse } = compileListSize(coordinate, directive, node, definition, defaultListSize)
    if (refuse) this.rules.push(refuse)
    const { sizedFields } = directive
    if (!sizedFields.length) return { own: size, inside: noSizes }
    return { own: undefined, inside: new Map(sizedFields.map((name) => [name, size])) }
  }

  #below(type: GraphQLCompositeType, selections: readonly GuardedSelection[], inside: Sizes): Formula {
    if (!isAbstractType(type)) return this.object(type.name, selections, inside)
    const objects = [...this.#scope.types.objectsOf(type.name)]
    return greatest(objects.map((name) => this.#ofType(name, selections, inside)))
  }

  /** Each level of abstract types asks again for what is below, once for each object type: so it is kept. */
  #ofType(typeName: string, selections: readonly GuardedSelection[], inside: Sizes): Formula {
    if (inside.size) return this.object(typeName, selections, inside)
    const parts = selections.map(({ set, guard }) => [this.#numberOf(set), guard])
    const key = JSON.stringify([typeName, parts])
    let formula = this.#known.get(key)
    if (formula === undefined) {
      formula = this.object(typeName, selections, inside)
      this.#known.set(key, formula)
    }
    return formula
  }

  #numberOf(set: SelectionSetNode): number {
    const number = this.#numbers.get(set) ?? this.#numbers.size
    this.#numbers.set(set, number)
    return number
  }
}
