import type { Json, JsonObject } from '../json.ts'

/** A place in the response, linked towards the root. */
export interface PathLink {
  readonly up: PathLink | undefined
  readonly key: string | number
}

/** The state while one result is written. */
export interface Projection {
  readonly variables: JsonObject
  /** Called where a non-null position has nothing; the path is known only when the projection is traced. */
  nullFound(at: PathLink | undefined): void
}

/**
 * Writes a value's JSON text. The text `null` says that there is nothing to write; undefined, that a non-null position
 * inside has nothing, so that the next nullable position above becomes null.
 * @param at the place of the value, when the projection is traced
 */
export type ValueWriter = (
  value: Json,
  projection: Projection,
  at: PathLink | undefined,
) => string | undefined

/** The link to a key below, when the projection is traced. */
export function below(at: PathLink | undefined, key: string | number): PathLink | undefined {
  return at === undefined ? undefined : { up: at, key }
}

/** The response's root in a traced projection. */
export const tracedRoot: PathLink = { up: undefined, key: '' }

/** The path from the root to a place. */
export function pathTo(at: PathLink): (string | number)[] {
  const path: (string | number)[] = []
  for (let link = at; link.up; link = link.up) path.push(link.key)
  return path.reverse()
}
