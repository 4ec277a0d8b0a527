import { badUserInput } from '#platform/errors/bad-user-input.ts'
import { type Connection, connection, type Page } from '#platform/graph/connection.ts'
import { severities } from './measure-gap.ts'
import type { MeasuredGap } from './skill-gaps.ts'

/**
 * A page of the gaps. They are measured anew for each page; a cursor holds the place that its gap had, so that a page
 * goes on behind that place even when the gap has closed meanwhile.
 * @throws BAD_USER_INPUT when the cursor is not of this list
 */
export function pageOfGaps(gaps: readonly MeasuredGap[], page: Page): Connection<MeasuredGap> {
  const behind = page.after ? gaps.filter((gap) => compare(placeOf(gap), page.after ?? []) > 0) : gaps
  return connection(behind.slice(0, page.limit), page, placeOf)
}

/** Numbers that grow along the list, and the id. */
function placeOf({ severity, missingAgents, demand, skillId }: MeasuredGap): Array<number | string> {
  return [-severities.indexOf(severity), -missingAgents, -demand.slaMissed, skillId]
}

function compare(place: ReadonlyArray<number | string>, after: readonly unknown[]): number {
  if (after.length !== place.length) throw notOfThisList()
  for (const [index, value] of place.entries()) {
    const other = after[index]
    if (typeof other === 'number' && typeof value === 'number') {
      if (value !== other) return value - other
    } else if (typeof other === 'string' && typeof value === 'string') {
      if (value !== other) return value < other ? -1 : 1
    } else throw notOfThisList()
  }
  return 0
}

const notOfThisList = () => badUserInput({ field: 'after', reason: 'is not a cursor of this list' })
