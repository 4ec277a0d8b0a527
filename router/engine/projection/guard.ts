import { type DirectiveNode, Kind } from 'graphql'
import type { JsonObject } from '../json.ts'

/** What the variables must be for a selection to count: all of these. */
export type Guard = readonly { variable: string; wanted: boolean }[]

/**
 * The guard of a selection: what is around it asks for, and its own `@skip` and `@include`.
 * @returns undefined when the selection never counts
 */
export function guardOf(directives: readonly DirectiveNode[] | undefined, around: Guard): Guard | undefined {
  if (!directives?.length) return around
  const guard = [...around]
  for (const directive of directives) {
    const name = directive.name.value
    if (name !== 'skip' && name !== 'include') continue
    const wanted = name === 'include'
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
    if (condition?.kind === Kind.VARIABLE) guard.push({ variable: condition.name.value, wanted })
    else if (condition?.kind === Kind.BOOLEAN && condition.value !== wanted) return undefined
  }
  return guard
}

/**
 * Whether any of the guards is met.
 * @returns undefined when one asks for nothing, so that the field is always there
 */
export function compileGuards(guards: readonly Guard[]): ((variables: JsonObject) => boolean) | undefined {
  if (guards.some((guard) => guard.length === 0)) return undefined
  return (variables) =>
    guards.some((guard) => guard.every(({ variable, wanted }) => variables[variable] === wanted))
}
