import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner'
import type { Json, JsonObject } from '../json.ts'
import type { TypeFamilies } from '../type-families.ts'

/** Where something stands in the response. */
export type ResponsePath = readonly (string | number)[]

type Segment =
  | { kind: 'field'; name: string }
  | { kind: 'items' }
  | { kind: 'types'; names: ReadonlySet<string> }

/** The places of a response at which a plan's fetch finds its entities. */
export class EntityPath {
  readonly #segments: Segment[]
  /** The part of the path that is the same for all entities: up to the first list. */
  readonly fixed: ResponsePath

  constructor(path: readonly FlattenNodePathSegment[], types: TypeFamilies) {
    this.#segments = path.map((segment) => {
      if (segment === '@') return { kind: 'items' }
      if ('Field' in segment) return { kind: 'field', name: segment.Field }
      return {
        kind: 'types',
        names: new Set(segment.TypeCondition.flatMap((name) => [...types.membersOf(name)])),
      }
    })
    const firstList = path.indexOf('@')
    this.fixed = (firstList < 0 ? path : path.slice(0, firstList)).flatMap((segment) =>
      typeof segment === 'object' && 'Field' in segment ? [segment.Field] : [],
    )
  }

  /** Appends the entities in the response's order. */
  collect(data: JsonObject, entities: JsonObject[]): void {
    this.#walk(data, 0, entities, undefined, undefined)
  }

  /** The paths of the entities that `collect` finds, in the same order. */
  paths(data: JsonObject): ResponsePath[] {
    const paths: ResponsePath[] = []
    this.#walk(data, 0, undefined, paths, [])
    return paths
  }

  #walk(
    start: Json,
    from: number,
    entities: JsonObject[] | undefined,
    paths: ResponsePath[] | undefined,
    startAt: ResponsePath | undefined,
  ): void {
    let value = start
    let at = startAt
    for (let index = from; value !== null && typeof value === 'object'; index++) {
      const segment = this.#segments[index]
      if (Array.isArray(value)) {
        const next = segment?.kind === 'items' ? index + 1 : index
        for (let item = 0; item < value.length; item++) {
          this.#walk(value[item], next, entities, paths, at && [...at, item])
        }
        return
      }
      if (!segment) {
        entities?.push(value)
        if (at) paths?.push(at)
        return
      }
      if (segment.kind === 'items') return
      if (segment.kind === 'field') {
        value = value[segment.name]
        if (at) at = [...at, segment.name]
      } else if (value.__typename !== undefined && !segment.names.has(String(value.__typename))) {
        return
      }
    }
  }
}
