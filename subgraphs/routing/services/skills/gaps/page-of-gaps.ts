import { z } from 'zod'
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
  const after = page.after && placeFrom(page.after)
  const behind = after ? gaps.filter((gap) => compare(placeOf(gap), after) > 0) : gaps
  return connection(behind.slice(0, page.limit), page, placeOf)
}

/** Three numbers that grow along the list, and the skill's id. */
type Place = readonly [number, number, number, string]

function placeOf({ severity, missingAgents, demand, skillId }: MeasuredGap): Place {
  return [-severities.indexOf(severity), -missingAgents, -demand.slaMissed, skillId]
}

const place = z.tuple([z.number(), z.number(), z.number(), z.string()])

function placeFrom(after: readonly unknown[]): Place {
  const parsed = place.safeParse(after)
  if (!parsed.success) throw badUserInput({ field: 'after', reason: 'is not a cursor of this list' })
  return parsed.data
}

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : Number(a[3] > b[3]))
}
