import type { FieldNode, GraphQLField } from 'graphql'
import { codedError, engineCodes, type ResponseError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { ListSize } from './cost-directives.ts'
import type { Formula } from './formula.ts'
import { readArgument } from './read-argument.ts'

/** How long a list may become, and whether the request says so as it must. */
export interface CompiledListSize {
  size: Formula
  /** Where exactly one slicing argument is required: the refusal of none or several. */
  refuse: ((variables: JsonObject) => ResponseError | undefined) | undefined
}

/**
 * Compiles what `@listSize` says about a field: the greatest of the slicing arguments that are there (a list counts by
 * its length), else the assumed size, else the default.
 */
export function compileListSize(
  coordinate: string,
  directive: ListSize,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  defaultSize: number,
): CompiledListSize {
  const { assumedSize = defaultSize, slicingArguments, requireOneSlicingArgument } = directive
  const slices = slicingArguments.flatMap((path) => {
    const [name, ...keys] = path.split('.')
    const argument = definition.args.find((one) => one.name === name)
    return argument ? [{ ...readArgument(field, argument), keys }] : []
  })
  if (!slices.length) return { size: assumedSize, refuse: undefined }
  const given = (variables: JsonObject) =>
    slices.flatMap(({ read, keys }) => {
      const value = sizeOf(read(variables), keys)
      return value === undefined ? [] : [value]
    })
  const size = (variables: JsonObject) => {
    const sizes = given(variables)
    return sizes.length ? Math.max(0, ...sizes) : assumedSize
  }
  const refuse = (variables: JsonObject) =>
    given(variables).length === 1
      ? undefined
      : codedError(
          engineCodes.validationFailed,
          `${coordinate} needs exactly one of the arguments ${slicingArguments.join(', ')}`,
        )
  return {
    size: slices.some(({ open }) => open) ? size : size({}),
    refuse: requireOneSlicingArgument ? refuse : undefined,
  }
}

function sizeOf(value: unknown, keys: readonly string[]): number | undefined {
  let inside = value
  for (const key of keys) {
    if (typeof inside !== 'object' || inside === null) return undefined
    inside = (inside as Record<string, unknown>)[key]
  }
  if (typeof inside === 'number') return inside
  return Array.isArray(inside) ? inside.length : undefined
}
