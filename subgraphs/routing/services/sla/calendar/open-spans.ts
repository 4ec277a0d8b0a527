import type { BusinessCalendarRecord } from '../../../models/business-calendar.ts'
import { hoursOfDay } from './hours-of-day.ts'
import { zoneOffsetMs } from './zone-offset.ts'

/** A stretch of time, in epoch milliseconds; the end is not in it. */
export interface Span {
  fromMs: number
  toMs: number
}

const dayMs = 86_400_000

/**
 * The open stretches of a calendar between two instants, in order.
 *
 * An instant is open when the wall clock shows an open hour at it. So hours that daylight saving skips are in no
 * stretch, and those that it repeats count twice: a night shift from 22 to 6 has seven hours on the one night and
 * nine on the other.
 *
 * It goes from midnight to midnight, and within a day from one change of the zone's offset to the next; in such a
 * piece the wall clock runs evenly, and open hours are a sum. A zone changes its offset once in a day at most.
 */
export function* openSpans(
  calendar: BusinessCalendarRecord,
  fromMs: number,
  untilMs: number,
): Generator<Span, void, undefined> {
  const { timeZone } = calendar
  const hours = hoursOfDay(calendar)
  let atMs = fromMs
  let offsetMs = zoneOffsetMs(timeZone, atMs)
  while (atMs < untilMs) {
    const epochDay = Math.floor((atMs + offsetMs) / dayMs)
    const midnightMs = epochDay * dayMs - offsetMs
    const nextMidnightMs = midnightMs + dayMs
    const nextOffsetMs = zoneOffsetMs(timeZone, nextMidnightMs)
    const endMs =
      nextOffsetMs === offsetMs ? nextMidnightMs : changeOfOffset(timeZone, atMs, nextMidnightMs, offsetMs)
    for (const open of hours(epochDay)) {
      const span = {
        fromMs: Math.max(atMs, midnightMs + open.fromMs),
        toMs: Math.min(endMs, midnightMs + open.toMs, untilMs),
      }
      if (span.fromMs < span.toMs) yield span
    }
    atMs = endMs
    offsetMs = nextOffsetMs
  }
}

/** The first instant of the new offset, by halving what is in question. */
function changeOfOffset(timeZone: string, fromMs: number, toMs: number, offsetMs: number): number {
  let [before, after] = [fromMs, toMs]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (zoneOffsetMs(timeZone, middle) === offsetMs) before = middle
    else after = middle
  }
  return after
}
