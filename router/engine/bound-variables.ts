import { codedError, engineCodes, type ResponseError } from './errors.ts'
import { beyondLimit, type EngineLimits } from './limits.ts'

/**
 * Measures the variables of a request before anything walks through them by calling itself: coercion does, and so does
 * writing them as JSON.
 * @returns the refusal, or undefined when they are within the limits
 */
export function boundVariables(
  variables: Readonly<Record<string, unknown>> | null | undefined,
  limits: Readonly<EngineLimits>,
): ResponseError | undefined {
  if (!variables) return undefined
  let level: object[] = [variables]
  let values = 0
  let characters = 0
  for (let depth = 1; level.length; depth++) {
    if (depth > limits.valueDepth) return beyondLimit('valueDepth', limits.valueDepth)
    const deeper: object[] = []
    for (const holder of level) {
      const isList = Array.isArray(holder)
      for (const key in holder) {
        if (!isList) {
          if (isUnsafe(key, holder)) return reserved(key)
          characters += key.length
        }
        const value = (holder as Record<string, unknown>)[key]
        if (typeof value === 'string') characters += value.length
        else if (typeof value === 'object' && value !== null) deeper.push(value)
        if (++values > limits.values) return beyondLimit('values', limits.values)
      }
      if (characters > limits.valueCharacters) return beyondLimit('valueCharacters', limits.valueCharacters)
    }
    level = deeper
  }
  return undefined
}

/** Whoever merges such an object into another one changes what all objects inherit. */
function isUnsafe(key: string, holder: object): boolean {
  if (key === '__proto__') return true
  if (key !== 'constructor') return false
  const value = (holder as Record<string, unknown>)[key]
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype')
}

function reserved(key: string): ResponseError {
  return codedError(engineCodes.badVariables, `The name "${key}" is reserved`)
}
