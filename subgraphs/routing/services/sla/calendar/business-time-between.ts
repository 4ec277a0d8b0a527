import type { BusinessCalendarRecord } from '../../../models/business-calendar.ts'
import { openSpans } from './open-spans.ts'

/**
 * How much business time lies between two instants, in milliseconds; 0 when the second is not later. Pure.
 * @param calendar null counts all time
 */
export function businessTimeBetween(calendar: BusinessCalendarRecord | null, from: Date, to: Date): number {
  if (!calendar) return Math.max(0, to.getTime() - from.getTime())
  let sumMs = 0
  for (const { fromMs, toMs } of openSpans(calendar, from.getTime(), to.getTime())) sumMs += toMs - fromMs
  return sumMs
}
