import type { BusinessCalendarRecord } from '../../../models/business-calendar.ts'
import { openSpans } from './open-spans.ts'

/** How far ahead a due instant is looked for: ten years. */
export const horizonMs = 3_653 * 86_400_000

/**
 * The instant at which so much business time has passed since another one. When it ends with an open stretch it is
 * that stretch's end, not the beginning of the next. Pure.
 * @param calendar null counts all time
 * @returns null when it is not within ten years: a calendar with too few hours for the time asked
 */
export function addBusinessTime(
  calendar: BusinessCalendarRecord | null,
  start: Date,
  durationMs: number,
): Date | null {
  const startMs = start.getTime()
  if (!calendar || durationMs <= 0) return new Date(startMs + Math.max(0, durationMs))
  let leftMs = durationMs
  for (const { fromMs, toMs } of openSpans(calendar, startMs, startMs + horizonMs)) {
    if (leftMs <= toMs - fromMs) return new Date(fromMs + leftMs)
    leftMs -= toMs - fromMs
  }
  return null
}
