import { badUserInput } from '../errors/bad-user-input.ts'
import { type CursorValue, decodeCursor, encodeCursor } from './cursor.ts'

export interface PageArguments {
  first?: number | null
  after?: string | null
}

/** The part of a list that was asked for. */
export interface Page {
  /** Nodes to give. */
  first: number
  /** Rows to read: one more, which tells whether there is a next page. */
  limit: number
  /** Read behind this place. */
  after?: CursorValue[]
}

export interface Connection<T> {
  edges: Array<{ cursor: string; node: T }>
  nodes: T[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

/**
 * Reads a connection's arguments.
 * @param max nodes in one page, 100 at most
 * @throws BAD_USER_INPUT for a `first` outside of 1 to `max`, or a cursor that is not ours
 */
export function pageOf({ first, after }: PageArguments, max = 100): Page {
  const count = first ?? Math.min(20, max)
  if (!Number.isInteger(count) || count < 1 || count > max) {
    throw badUserInput({ field: 'first', reason: `has to be 1 to ${max}` })
  }
  return { first: count, limit: count + 1, ...(after ? { after: decodeCursor(after) } : {}) }
}

/**
 * The connection of rows that were read with `page.limit`, in order.
 * @param placeOf what the list is ordered by, ending in the id
 */
export function connection<T>(
  rows: readonly T[],
  page: Page,
  placeOf: (row: T) => readonly CursorValue[],
): Connection<T> {
  const nodes = rows.slice(0, page.first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(placeOf(node)), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
