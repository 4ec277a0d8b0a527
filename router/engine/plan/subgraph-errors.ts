import { type ResponseError, SubgraphError } from '../errors.ts'
import type { ResponsePath } from './entity-path.ts'

/**
 * The entry for a request that got no answer.
 * @throws what is not a subgraph's failure: cancelation, a defect
 */
export function failure(error: unknown, path?: ResponsePath): ResponseError {
  if (error instanceof SubgraphError) return error.at(path)
  throw error
}

/** A subgraph's own error, with the subgraph's name, at a place of the client's response. */
export function subgraphError(error: ResponseError, service: string, path?: ResponsePath): ResponseError {
  return {
    message:
      typeof error?.message === 'string' ? error.message : 'The subgraph answered an error without a message',
    ...(path?.length ? { path } : {}),
    extensions: { ...withoutInternals(error?.extensions), serviceName: service },
  }
}

/** Where servers put stack traces and what else is only for their developers. */
const internals = [
  'exception',
  'stacktrace',
  'stackTrace',
  'stack',
  'trace',
  'debugMessage',
  'originalError',
] as const

function withoutInternals(extensions: ResponseError['extensions']): ResponseError['extensions'] {
  if (typeof extensions !== 'object' || !internals.some((key) => key in extensions)) return extensions
  const shown = { ...extensions }
  for (const key of internals) delete shown[key]
  return shown
}

/** Translates the keys that a subgraph was asked under another name for. */
export function renamedPath(
  path: ResponsePath | undefined,
  names: ReadonlyMap<string, string>,
): ResponsePath | undefined {
  if (!names.size || !path) return path
  return path.map((part) => (typeof part === 'string' ? (names.get(part) ?? part) : part))
}

/** Where one answer about entities belongs: which list of it, whose item completes which entity. */
export interface Placement {
  /** The key of the list in the subgraph's answer. */
  listKey: string
  /** For each entity the index of its representation; -1 when it has none. */
  indexes: readonly number[]
  /** For each entity its path; asked for only when there are errors. */
  paths(): ResponsePath[]
  /** Where errors go that name no entity. */
  fixedPath: ResponsePath
  renamed: ReadonlyMap<string, string>
}

/** Moves errors about entities to every place of the response which those entities complete. */
export function relocateErrors(
  errors: readonly ResponseError[],
  placement: Placement,
  service: string,
  into: ResponseError[],
): void {
  const paths = placement.paths()
  const places = new Map<number, ResponsePath[]>()
  for (const [entity, index] of placement.indexes.entries()) {
    const path = paths[entity]
    if (!path) continue
    const known = places.get(index)
    if (known) known.push(path)
    else places.set(index, [path])
  }
  for (const error of errors) {
    const own = Array.isArray(error?.path) ? (error.path as ResponsePath) : []
    const list = own.indexOf(placement.listKey)
    const targets = list < 0 ? undefined : places.get(Number(own[list + 1]))
    if (!targets) {
      into.push(subgraphError(error, service, placement.fixedPath))
      continue
    }
    const below = renamedPath(own.slice(list + 2), placement.renamed) ?? []
    for (const path of targets) into.push(subgraphError(error, service, [...path, ...below]))
  }
}
