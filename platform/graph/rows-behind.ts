import { badUserInput } from '../errors/bad-user-input.ts'
import type { Page } from './connection.ts'
import type { CursorValue } from './cursor.ts'

/**
 * The MongoDB filter for the rows behind a page's cursor under a sort order, and `{}` for the first page:
 * `find({ ...filter, ...rowsBehind(page, order) }).sort(order).limit(page.limit)`.
 * @param order field → 1 or -1, in order, ending in a unique field
 * @throws BAD_USER_INPUT when the cursor belongs to a list in another order
 */
export function rowsBehind(page: Page, order: Record<string, 1 | -1>): Record<string, unknown> {
  if (!page.after) return {}
  const fields = Object.entries(order)
  const place: CursorValue[] = page.after
  if (place.length !== fields.length)
    throw badUserInput({ field: 'after', reason: 'is not a cursor of this list' })
  return {
    $or: fields.map(([field, direction], at) => ({
      ...Object.fromEntries(fields.slice(0, at).map(([earlier], index) => [earlier, place[index]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: place[at] },
    })),
  }
}
