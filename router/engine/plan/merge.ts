import type { Json, JsonObject } from '../json.ts'

/**
 * Merges what a later fetch answered into what is there: objects field by field, lists item by item. A value that is
 * there is not overwritten by null.
 */
export function merge(target: JsonObject, source: JsonObject): void {
  for (const key in source) {
    const value = source[key]
    const present = target[key]
    if (present === undefined || present === null) {
      if (value !== undefined) target[key] = value
    } else if (value !== null && value !== undefined) {
      if (typeof present === 'object' && typeof value === 'object') mergeValues(target, key, present, value)
      else target[key] = value
    }
  }
}

type Composite = Json[] | JsonObject

function mergeValues(target: JsonObject, key: string, present: Composite, value: Composite): void {
  if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value)
  else if (Array.isArray(present) || Array.isArray(value)) target[key] = value
  // a custom scalar's content may carry this key: it would name the target's prototype
  else if (key !== '__proto__') merge(present, value)
}

function mergeLists(target: Json[], source: Json[]): void {
  for (let index = 0; index < source.length; index++) {
    const present = target[index]
    const value = source[index]
    if (present === undefined || present === null) {
      target[index] = value
    } else if (typeof present === 'object' && typeof value === 'object' && value !== null) {
      if (Array.isArray(present) && Array.isArray(value)) mergeLists(present, value)
      else if (!Array.isArray(present) && !Array.isArray(value)) merge(present, value)
    }
  }
}

/** A copy that shares nothing with the original: one answer may complete several objects. */
export function copy<T extends Json>(value: T): T
export function copy(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => copy(item))
  const result: JsonObject = {}
  for (const key in value) result[key] = copy(value[key])
  return result
}
