import type {
  FetchNodePathSegment,
  FetchRewrite,
  KeyRenamer,
  ValueSetter,
} from '@graphql-hive/router-query-planner'
import { isJsonObject, type Json } from '../json.ts'
import type { TypeFamilies } from '../type-families.ts'

/** Changes a value as the planner wants it; returns the value to use instead. */
export type Rewrite = (value: Json) => Json

/** Compiles the planner's rewrites: values set, keys renamed, below a path of keys and type conditions. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  types: TypeFamilies,
): Rewrite[] {
  return (rewrites ?? []).map((rewrite) => {
    // the planner writes a setter in two forms
    if ('KeyRenamer' in rewrite) return keyRenamer(rewrite.KeyRenamer, types)
    return valueSetter('ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite, types)
  })
}

/** The renamed keys, for translating the paths of errors: what the subgraph calls it → what the client calls it. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue
    const last = rewrite.KeyRenamer.path.at(-1)
    if (last && 'Key' in last) names.set(last.Key, rewrite.KeyRenamer.renameKeyTo)
  }
  return names
}

function valueSetter({ path, setValueTo }: ValueSetter, types: TypeFamilies): Rewrite {
  return descend(path, 0, types, () => setValueTo)
}

function keyRenamer({ path, renameKeyTo }: KeyRenamer, types: TypeFamilies): Rewrite {
  const last = path.at(-1)
  if (!last || !('Key' in last)) return (value) => value
  const from = last.Key
  return descend(path.slice(0, -1), 0, types, (value) => {
    if (isJsonObject(value) && value[from] !== undefined) {
      value[renameKeyTo] = value[from]
      value[from] = undefined // deleting would make the object slow to read
    }
    return value
  })
}

/** Applies `change` to every value at the end of the path; lists on the way are walked through. */
function descend(
  path: readonly FetchNodePathSegment[],
  index: number,
  types: TypeFamilies,
  change: Rewrite,
): Rewrite {
  const inside = segmentRewrite(path, index, types, change)
  const rewrite: Rewrite = (value) => {
    if (!Array.isArray(value)) return inside(value)
    for (let item = 0; item < value.length; item++) value[item] = rewrite(value[item])
    return value
  }
  return rewrite
}

function segmentRewrite(
  path: readonly FetchNodePathSegment[],
  index: number,
  types: TypeFamilies,
  change: Rewrite,
): Rewrite {
  const segment = path[index]
  if (!segment) return change
  const next = descend(path, index + 1, types, change)
  if ('Key' in segment) {
    const key = segment.Key
    const last = index === path.length - 1
    return (value) => {
      if (!isJsonObject(value)) return value
      if (last || (value[key] !== undefined && value[key] !== null)) value[key] = next(value[key])
      return value
    }
  }
  const names = new Set(segment.TypenameEquals.flatMap((name) => [...types.membersOf(name)]))
  return (value) => {
    if (!isJsonObject(value)) return value
    const typename = value.__typename
    return typename !== undefined && !names.has(String(typename)) ? value : next(value)
  }
}
