import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { CostDirectives } from './cost-directives.ts'
import { type Formula, sum } from './formula.ts'
import { readArgument } from './read-argument.ts'

/**
 * What the arguments of a field cost: each input object 1, each scalar and enum value 0, unless `@cost` on the
 * argument, the input field or the type tells otherwise; for a list, each of its items.
 */
export function inputCost(
  coordinate: string,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  { weights }: CostDirectives,
): Formula {
  const costOf = (type: GraphQLInputType, value: unknown, own: number | undefined): number => {
    if (value === null || value === undefined) return 0
    if (isNonNullType(type)) return costOf(type.ofType, value, own)
    if (isListType(type)) {
      const items: unknown[] = Array.isArray(value) ? value : [value]
      return items.reduce<number>((total, item) => total + costOf(type.ofType, item, own), 0)
    }
    if (!isInputObjectType(type)) return own ?? weights.get(type.name) ?? 0
    let total = own ?? 1
    for (const one of Object.values(type.getFields())) {
      const inside = (value as Record<string, unknown>)[one.name]
      total += costOf(one.type, inside, weights.get(`${type.name}.${one.name}`))
    }
    return total
  }
  return sum(
    definition.args.map((argument): Formula => {
      const own = weights.get(`${coordinate}(${argument.name}:)`)
      const { read, open } = readArgument(field, argument)
      return open
        ? (variables) => costOf(argument.type, read(variables), own)
        : costOf(argument.type, read({}), own)
    }),
  )
}
