import type { ResponseError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { nullErrors } from './null-errors.ts'
import { type PathLink, pathTo, tracedRoot, type ValueWriter } from './projection.ts'

/**
 * Writes a response's JSON text. The first pass keeps no paths; only where a non-null position has nothing, a second
 * one finds out where.
 */
export function writeResult(
  write: ValueWriter,
  data: JsonObject,
  variables: JsonObject,
  errors: readonly ResponseError[],
  extensions?: JsonObject,
): string {
  let nulls = 0
  const countNull = () => {
    nulls++
  }
  const dataText = write(data, { variables, nullFound: countNull }, undefined) ?? 'null'
  const all = nulls ? [...errors, ...nullErrors(pathsOfNulls(write, data, variables), errors)] : errors
  const errorsText = all.length ? `"errors":${JSON.stringify(all)},` : ''
  const extensionsText = extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''
  return `{${errorsText}"data":${dataText}${extensionsText}}`
}

function pathsOfNulls(write: ValueWriter, data: JsonObject, variables: JsonObject): (string | number)[][] {
  const paths: (string | number)[][] = []
  const keep = (at: PathLink | undefined) => {
    if (at) paths.push(pathTo(at))
  }
  write(data, { variables, nullFound: keep }, tracedRoot)
  return paths
}
