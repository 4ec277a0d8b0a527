import type { JsonObject } from '../json.ts'

/** A part of an operation's cost: known, or worked out of the variables of each request. */
export type Formula = number | ((variables: JsonObject) => number)

/** Beyond it costs are all the same, so that no sum or product ever leaves the numbers. */
export const unaffordable = Number.MAX_SAFE_INTEGER

/** What a formula gives for a request. */
export function evaluate(formula: Formula, variables: JsonObject): number {
  return typeof formula === 'number' ? formula : formula(variables)
}

export function sum(parts: readonly Formula[]): Formula {
  return combine(parts, (total, part) => total + part, 0)
}

export function product(first: Formula, second: Formula): Formula {
  return combine([first, second], (total, part) => total * part, 1)
}

export function greatest(parts: readonly Formula[]): Formula {
  return combine(parts, Math.max, 0)
}

/** A formula that counts only where a condition holds. */
export function onlyIf(
  condition: ((variables: JsonObject) => boolean) | undefined,
  formula: Formula,
): Formula {
  if (!condition || formula === 0) return formula
  return (variables) => (condition(variables) ? evaluate(formula, variables) : 0)
}

/** Works out what is known already; only what the variables decide is left for the request. */
function combine(
  parts: readonly Formula[],
  operation: (total: number, part: number) => number,
  start: number,
): Formula {
  const bounded = (total: number, part: number) => Math.min(unaffordable, operation(total, part))
  let known = start
  const open: ((variables: JsonObject) => number)[] = []
  for (const part of parts) {
    if (typeof part === 'number') known = bounded(known, part)
    else open.push(part)
  }
  if (!open.length) return known
  return (variables) => {
    let total = known
    for (const part of open) total = bounded(total, part(variables))
    return total
  }
}
